package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Wakeup;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkListener;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.RouterListener;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watches flows: walks each when it begins, and again only when something on its way changed, at the end of the instant in
 * which it changed. Nothing is sampled.
 *
 * <p>A flow is opened by a packet of the forward direction that arrives, which makes state in every middlebox on its way, and
 * stands when the answer arrives; until then every walk forward tries again to open it, as a TCP SYN that is sent again. From
 * then on its packets need state wherever they meet a middlebox; where no connection is set up, as with UDP, any packet may
 * make it; nobody answers before such a packet has arrived. A flow that stands and whose packets meet a middlebox without state stays broken until its way leads round it or the
 * state is back, or until its ends give it up and open it anew; see {@link FlowEnds}.
 *
 * <p>Flows with a rate load the links on their way; see {@link Loading} for what does not fit.
 *
 * <p>Not modelled: time that packets spend on their way, the delay of queues, and the ends' own retransmission and time-outs.
 */
public final class FlowMonitor implements RouterListener, LinkListener {
    /** Sorts behind the names of all nodes and links, so that it is the last thing to happen in an instant. */
    private static final String END_OF_INSTANT = "\uffff flows";

    private final Network network;
    private final TraceSink trace;
    private final Wakeup endOfInstant;
    private final IdleFlows idle;
    private final Map<String, GroupFlows> groups = new LinkedHashMap<>();
    private final LoadHistory loads = new LoadHistory();
    private final Loading loading;
    private final Trails trails;
    private long walked;

    /** A monitor without flows. */
    public FlowMonitor(Network network) {
        this.network = network;
        this.trace = network.trace();
        loading = new Loading(network, loads);
        idle = new IdleFlows(network.middleboxes());
        trails = new Trails(network);
        endOfInstant = network.simulation().wakeup(END_OF_INSTANT, this::walkDirty);
        network.addListener(this);
        network.addLinkListener(this);
    }

    /** Begins to watch a group of flows, now; hosts that nobody has send nothing until somebody has them. */
    public GroupFlows add(FlowGroup group) {
        checkArgument(!groups.containsKey(group.name()), "there are two flow groups %s", group.name());
        GroupFlows flows = new GroupFlows(group, loads);
        groups.put(group.name(), flows);
        mark(track -> {
            if (flows.tracks().contains(track)) {
                track.settle(network, trace.cause());
                track.markAll(trace.cause());
            }
        });
        return flows;
    }

    /** All groups in the order in which they were added. */
    public Collection<GroupFlows> groups() {
        return Collections.unmodifiableCollection(groups.values());
    }

    public GroupFlows group(String name) {
        return checkNotNull(groups.get(name), "there is no flow group %s", name);
    }

    /** What the links had to carry, at every instant. */
    public LoadHistory loads() {
        return loads;
    }

    /** How many packets were walked so far, in either direction. */
    public long walked() {
        return walked;
    }

    @Override
    public void fibChanged(long nowNanos, Router router, ImmutableList<Prefix> prefixes) {
        markWays(trail -> trail.isConcernedBy(router.name(), prefixes));
    }

    @Override
    public void started(long nowNanos, Router router) {
        markWays(trail -> trail.passes(router.name()));
    }

    @Override
    public void stopped(long nowNanos, Router router) {
        markWays(trail -> trail.passes(router.name()));
    }

    @Override
    public void refitted(long nowNanos, Router router) {
        long cause = trace.cause();
        mark(track -> {
            track.settle(network, cause);
            track.mark(trail -> trail.passes(router.name()), cause);
        });
    }

    @Override
    public void interfaceChanged(long nowNanos, Router router, Interface changed) {
        markWays(trail -> trail.asks(router.name(), changed.link().name()));
    }

    @Override
    public void linkChanged(Link link) {
        loading.changed(link);
        markWays(trail -> trail.uses(link.name()));
    }

    /** Marks the flows whose way depended on what changed. */
    private void markWays(Predicate<Trail> concerned) {
        long cause = trace.cause();
        mark(track -> track.mark(concerned, cause));
    }

    private void mark(Consumer<Track> marking) {
        boolean dirty = false;
        for (GroupFlows flows : groups.values()) {
            for (Track track : flows.tracks()) {
                marking.accept(track);
                dirty |= track.isDirty();
            }
        }
        if (dirty) {
            endOfInstant.moveTo(network.simulation().nowNanos());
        }
    }

    private void walkDirty(long nowNanos) {
        for (GroupFlows flows : groups.values()) {
            if (flows.tracks().stream().anyMatch(Track::isDirty)) {
                walkDirty(nowNanos, flows);
            }
        }
        trails.forget();
        loading.settle(nowNanos, trace);
    }

    private void walkDirty(long nowNanos, GroupFlows flows) {
        FlowChanges changes = new FlowChanges(flows);
        walkForward(nowNanos, flows, changes);
        walkReverse(nowNanos, flows, changes);
        if (!changes.isEmpty()) {
            flows.changed(nowNanos);
            loading.changed(flows);
            changes.flows().forEach(flow -> settle(nowNanos, flows, flow));
            changes.record(nowNanos, trace);
        }
    }

    private void walkForward(long nowNanos, GroupFlows flows, FlowChanges changes) {
        Track track = flows.track(FlowDirection.FORWARD);
        boolean connects = flows.group().protocol() == IpProtocol.TCP;
        for (int flow = track.nextDirty(0); flow >= 0; flow = track.nextDirty(flow + 1)) {
            boolean opens = !connects || !flows.opened.get(flow);
            Passage passage = walk(nowNanos, flows, track, flow, opens, changes);
            if (passage.walk().outcome().isDelivery()
                    && (flows.arrived(flow, passage.arrived())
                            | !passage.opened().isEmpty())) {
                flows.track(FlowDirection.REVERSE).mark(flow, track.causeOf(flow));
            }
        }
    }

    private void walkReverse(long nowNanos, GroupFlows flows, FlowChanges changes) {
        Track track = flows.track(FlowDirection.REVERSE);
        for (int flow = track.nextDirty(0); flow >= 0; flow = track.nextDirty(flow + 1)) {
            walk(nowNanos, flows, track, flow, false, changes);
        }
    }

    private Passage walk(long nowNanos, GroupFlows flows, Track track, int flow, boolean opens, FlowChanges changes) {
        idle.expire(flows, flow, nowNanos);
        FlowKey key = flows.key(flow, track.direction);
        Passage passage = track.walk(
                trails,
                track.direction == FlowDirection.FORWARD
                        ? PacketWalk.of(key, opens)
                        : PacketWalk.answer(key, flows.awaited(flow)));
        walked++;
        if (passage.walk().outcome().isDelivery() && flows.isSent(flow, track.direction)) {
            passage.opened().forEach(crossing -> network.middleboxes()
                    .remember(crossing.middlebox(), crossing.before(), crossing.after(), crossing.inLink()));
        }
        if (track.walked(flow, nowNanos, passage.trail())) {
            changes.add(track, flow);
        }
        return passage;
    }

    /** A flow that arrives both ways stands; the ends of one that stood and is out begin to lose patience. */
    private void settle(long nowNanos, GroupFlows flows, int flow) {
        if (flows.isThrough(flow)) {
            flows.opened.set(flow);
            flows.outSince.remove(flow);
        } else if (flows.group().ends().givesUp() && flows.opened.get(flow)) {
            if (flows.outSince.putIfAbsent(flow, nowNanos) == null) {
                long cause = flows.causeOfOutage(flow, nowNanos);
                network.simulation()
                        .schedule(
                                nowNanos + flows.group().ends().reopenAfterNanos(),
                                END_OF_INSTANT,
                                now -> giveUp(nowNanos, flows, flow, cause));
            }
        }
    }

    private void giveUp(long sinceNanos, GroupFlows flows, int flow, long cause) {
        if (flows.outSince.remove(flow, sinceNanos)) {
            trace.because(cause);
            network.middleboxes().forget(flows.group().key(flow));
            flows.opened.clear(flow);
            flows.reached.clear(flow);
            loading.changed(flows);
            mark(track -> {
                if (flows.tracks().contains(track)) {
                    track.mark(flow, cause);
                }
            });
        }
    }
}

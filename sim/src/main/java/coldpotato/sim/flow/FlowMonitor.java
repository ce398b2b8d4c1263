package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Wakeup;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkListener;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.RouterListener;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Watches flows: walks each when it begins, and again only when something on its way changed, at the end of the instant in
 * which it changed. Nothing is sampled.
 *
 * <p>A flow opens when the first packet of the forward direction arrives, which makes state in every middlebox on its way;
 * until then every walk forward tries to open it. From then on its packets need state wherever they meet one. A flow
 * whose packets meet a middlebox without state stays broken until its way leads round it or the state is back, or
 * until its ends give up and open it anew.
 *
 * <p>Flows with a rate load the links on their way; see {@link Loads} for what does not fit.
 *
 * <p>Not modelled: time that packets spend on their way, queues, and the ends' own retransmission, slowing down and time-outs.
 */
public final class FlowMonitor implements RouterListener, LinkListener {
    /** Flows are never opened anew. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Sorts behind the names of all nodes and links, so that it is the last thing to happen in an instant. */
    private static final String END_OF_INSTANT = "\uffff flows";

    private final Network network;
    private final TraceSink trace;
    private final long reopenAfterNanos;
    private final Wakeup endOfInstant;
    private final Map<String, GroupFlows> groups = new LinkedHashMap<>();
    private final LoadHistory loads = new LoadHistory();
    private final Interner<Walk> walks = Interners.newStrongInterner();

    /**
     * A monitor without flows.
     *
     * @param reopenAfterNanos how long the ends of a flow wait at a firewall without state before they open the
     *     flow anew, or {@link #NEVER}, as in scenarios, where that is not modelled
     */
    public FlowMonitor(Network network, long reopenAfterNanos) {
        this.network = network;
        this.trace = network.trace();
        this.reopenAfterNanos = reopenAfterNanos;
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

    @Override
    public void fibChanged(long nowNanos, Router router, ImmutableList<Prefix> prefixes) {
        long cause = trace.cause();
        mark(track -> {
            if (prefixes.stream().anyMatch(track::isWithin)) {
                track.markNode(router.name(), cause);
            }
        });
    }

    @Override
    public void started(long nowNanos, Router router) {
        mark(track -> track.markNode(router.name(), trace.cause()));
    }

    @Override
    public void stopped(long nowNanos, Router router) {
        mark(track -> track.markNode(router.name(), trace.cause()));
    }

    @Override
    public void refitted(long nowNanos, Router router) {
        long cause = trace.cause();
        mark(track -> {
            track.settle(network, cause);
            track.markNode(router.name(), cause);
        });
    }

    @Override
    public void interfaceChanged(long nowNanos, Router router, Interface changed) {
        mark(track -> {
            track.markNode(router.name(), trace.cause());
            track.markLink(changed.link().name(), trace.cause());
        });
    }

    @Override
    public void linkChanged(Link link) {
        mark(track -> track.markLink(link.name(), trace.cause()));
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
            FlowChanges changes = new FlowChanges(flows);
            walkForward(nowNanos, flows, changes);
            walkReverse(nowNanos, flows, changes);
            changes.record(nowNanos, trace);
        }
        if (groups.values().stream().anyMatch(flows -> flows.group().isLoad())) {
            load(nowNanos);
        }
    }

    private void load(long nowNanos) {
        Loads before = loads.at(nowNanos);
        Loads now = Loads.of(network, groups.values(), nowNanos);
        loads.add(nowNanos, now);
        ImmutableList<String> bottlenecks = texts(now);
        if (!texts(before).equals(bottlenecks)) {
            trace.record(
                    nowNanos,
                    "flows",
                    TraceKind.LOAD_CHANGED,
                    "now",
                    bottlenecks.isEmpty() ? "everything fits" : String.join("; ", bottlenecks));
        }
    }

    private static ImmutableList<String> texts(Loads loads) {
        return Stream.concat(
                        loads.bottlenecks().stream().map(Loads.Bottleneck::toString),
                        loads.isSettled() ? Stream.of() : Stream.of("what fits is not found exactly"))
                .collect(ImmutableList.toImmutableList());
    }

    private void walkForward(long nowNanos, GroupFlows flows, FlowChanges changes) {
        Track track = flows.track(FlowDirection.FORWARD);
        for (int flow = track.nextDirty(0); flow >= 0; flow = track.nextDirty(flow + 1)) {
            boolean opens = !flows.opened.get(flow);
            Passage passage = walk(nowNanos, flows, track, flow, opens, changes);
            if (passage.walk().outcome().isDelivery()) {
                arrived(flows, flow, passage, opens);
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
        Passage passage = track.walk(network, flows.key(flow, track.direction), opens);
        Walk walk = walks.intern(passage.walk());
        if (track.walked(flow, nowNanos, walk)) {
            changes.add(track, flow);
            if (walk.outcome().lacksState()) {
                giveUpLater(nowNanos, flows, track, flow);
            }
        }
        return passage;
    }

    /** A packet forward arrived: the middleboxes remember the flow that it opens, and answers go to where it came from. */
    private void arrived(GroupFlows flows, int flow, Passage passage, boolean opens) {
        boolean elsewhere = flows.arrived(flow, passage.arrived());
        if (opens) {
            flows.opened.set(flow);
            passage.crossings().forEach(crossing -> network.middleboxes()
                    .remember(crossing.middlebox(), crossing.before(), crossing.after(), crossing.inLink()));
        }
        if (elsewhere || opens && !passage.crossings().isEmpty()) {
            flows.track(FlowDirection.REVERSE)
                    .mark(flow, flows.track(FlowDirection.FORWARD).causeOf(flow));
        }
    }

    private void giveUpLater(long nowNanos, GroupFlows flows, Track track, int flow) {
        if (reopenAfterNanos == NEVER) {
            return;
        }
        network.simulation().schedule(nowNanos + reopenAfterNanos, END_OF_INSTANT, now -> {
            Span present = track.history(flow).at(now);
            if (present.walk().outcome().lacksState() && present.fromNanos() == nowNanos) {
                trace.because(present.cause());
                forget(flows, flow);
            }
        });
    }

    private void forget(GroupFlows flows, int flow) {
        FlowKey key = flows.group().key(flow);
        network.middleboxes().forget(key);
        flows.opened.clear(flow);
        mark(track -> {
            if (flows.tracks().contains(track)) {
                track.mark(flow, trace.cause());
            }
        });
    }
}

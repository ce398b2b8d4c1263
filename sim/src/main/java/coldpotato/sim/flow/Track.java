package coldpotato.sim.flow;

import coldpotato.core.net.IpAddress;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The flows of a group in one direction: their histories, which of them have to be walked again, and which of them go which way now,
 * so that a change finds the flows whose way depended on it without a look at any flow.
 */
final class Track {
    final FlowDirection direction;
    /** The node at which the packets of this direction start, empty if no node has their host. */
    private Optional<String> start = Optional.empty();

    private final IpAddress source;
    private final FlowHistory[] histories;
    /** By flow; null before its first walk. */
    private final Trail[] ways;

    private final Map<Trail, BitSet> flowsOf = new LinkedHashMap<>();
    /** How many flows went which way, since when; the ways in the order of their first flows. */
    private final TreeMap<Long, ImmutableMap<Walk, Integer>> paths = new TreeMap<>();

    private final BitSet dirty = new BitSet();
    private final long[] causes;

    Track(FlowGroup group, FlowDirection direction) {
        this.direction = direction;
        source = direction == FlowDirection.FORWARD ? group.from() : group.to();
        histories = new FlowHistory[group.count()];
        Arrays.fill(histories, FlowHistory.beginning());
        ways = new Trail[group.count()];
        causes = new long[group.count()];
    }

    /** Looks where the host is that sends; if it is somewhere else than before, all has to be walked again. */
    void settle(Network network, long cause) {
        Optional<String> now = network.holder(source).map(Router::name);
        if (!now.equals(start)) {
            start = now;
            markAll(cause);
        }
    }

    /** The trail of a packet of this direction; who answers may be somebody else than the one asked, where NAT stands between. */
    Passage walk(Trails trails, PacketWalk packet) {
        IpAddress sender = packet.key().source();
        return trails.passage(sender.equals(source) ? start : trails.holder(sender), packet);
    }

    FlowHistory history(int flow) {
        return histories[flow];
    }

    boolean isDirty() {
        return !dirty.isEmpty();
    }

    /** The first flow from this one on that has to be walked again, or -1. */
    int nextDirty(int flow) {
        return dirty.nextSetBit(flow);
    }

    /** Marks all flows whose way depends on something. */
    void mark(Predicate<Trail> concerned, long cause) {
        flowsOf.forEach((way, flows) -> {
            if (concerned.test(way)) {
                for (int flow = flows.nextSetBit(0); flow >= 0; flow = flows.nextSetBit(flow + 1)) {
                    mark(flow, cause);
                }
            }
        });
    }

    void mark(int flow, long cause) {
        if (!dirty.get(flow)) {
            dirty.set(flow);
            causes[flow] = cause;
        }
    }

    void markAll(long cause) {
        for (int flow = 0; flow < histories.length; flow++) {
            mark(flow, cause);
        }
    }

    long causeOf(int flow) {
        return causes[flow];
    }

    /** The flow was walked again; true if it goes another way now or ends otherwise. */
    boolean walked(int flow, long nowNanos, Trail way) {
        dirty.clear(flow);
        if (way == ways[flow]) {
            return false;
        }
        leave(flow);
        flowsOf.computeIfAbsent(way, fresh -> new BitSet(histories.length)).set(flow);
        ways[flow] = way;
        FlowHistory before = histories[flow];
        histories[flow] = before.then(nowNanos, way.walk(), causes[flow]);
        return histories[flow] != before;
    }

    private void leave(int flow) {
        BitSet before = ways[flow] == null ? null : flowsOf.get(ways[flow]);
        if (before != null) {
            before.clear(flow);
            if (before.isEmpty()) {
                flowsOf.remove(ways[flow]);
            }
        }
    }

    /** Takes down how many flows go which way from now on. */
    void count(long nowNanos) {
        Map<Walk, Integer> counts = new LinkedHashMap<>();
        inOrder()
                .forEach(entry ->
                        counts.merge(entry.getKey().walk(), entry.getValue().cardinality(), Integer::sum));
        paths.put(nowNanos, ImmutableMap.copyOf(counts));
    }

    private List<Map.Entry<Trail, BitSet>> inOrder() {
        List<Map.Entry<Trail, BitSet>> inOrder = new ArrayList<>(flowsOf.entrySet());
        inOrder.sort(Comparator.comparingInt(entry -> entry.getValue().nextSetBit(0)));
        return inOrder;
    }

    /** By way how many flows go it now, how many of these flows send anything, and how many all that they have to send. */
    Map<Walk, Turnout> turnout(BitSet sent, BitSet full) {
        Map<Walk, Turnout> turnout = new LinkedHashMap<>();
        inOrder()
                .forEach(entry ->
                        turnout.merge(entry.getKey().walk(), Turnout.of(entry.getValue(), sent, full), Turnout::plus));
        return turnout;
    }

    /** The flows whose packets arrive now. */
    BitSet arriving() {
        BitSet arriving = new BitSet(histories.length);
        flowsOf.forEach((way, flows) -> {
            if (way.walk().outcome().isDelivery()) {
                arriving.or(flows);
            }
        });
        return arriving;
    }

    /** The walks of the flows at an instant, each with the number of flows on it, in the order of the flows. */
    ImmutableMap<Walk, Integer> paths(long nanos) {
        Map.Entry<Long, ImmutableMap<Walk, Integer>> then = paths.floorEntry(nanos);
        if (then == null) {
            throw new IllegalArgumentException("the flows were not there at " + nanos);
        }
        return then.getValue();
    }

    /** When it changed how many flows go which way, or which, from one instant to another, both included. */
    Iterable<Long> changesNanos(long fromNanos, long toNanos) {
        return paths.subMap(fromNanos, true, toNanos, true).keySet();
    }
}

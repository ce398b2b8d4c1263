package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flows of a group in one direction: their histories, which of them have to be walked again, and which of them cross a
 * node or a link now, so that a change there finds its flows.
 */
final class Track {
    final FlowDirection direction;
    /** The node at which the packets of this direction start, empty if no node has their host. */
    private Optional<String> start = Optional.empty();

    private final IpAddress source;
    /** Addresses to which its packets were sent, as they started and as they arrived. */
    private final Set<IpAddress> destinations = new LinkedHashSet<>();

    private final FlowHistory[] histories;
    private final Map<String, BitSet> atNode = new LinkedHashMap<>();
    private final Map<String, BitSet> onLink = new LinkedHashMap<>();
    private final BitSet dirty = new BitSet();
    private final long[] causes;

    Track(FlowGroup group, FlowDirection direction) {
        this.direction = direction;
        source = direction == FlowDirection.FORWARD ? group.from() : group.to();
        destinations.add(direction == FlowDirection.FORWARD ? group.to() : group.from());
        histories = new FlowHistory[group.count()];
        Arrays.setAll(histories, flow -> new FlowHistory());
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

    /** The way of a packet from here by the network as it is now. */
    Passage walk(Network network, FlowKey key, boolean opens) {
        Passage passage = startOf(network, key)
                .map(node -> PacketWalk.passage(network, node, key, opens))
                .orElseGet(() -> new Passage(Walk.nowhere(key.source()), ImmutableList.of(), key));
        return met(key, passage);
    }

    /** The way of an answer from here to somebody who knows it by a key only. */
    Passage walkBack(Network network, FlowKey key, FlowKey awaited) {
        return met(
                key,
                startOf(network, key)
                        .map(node -> PacketWalk.answer(network, node, key, awaited))
                        .orElseGet(() -> new Passage(Walk.nowhere(key.source()), ImmutableList.of(), key)));
    }

    /** Who answers may be somebody else than the one asked, where destination NAT stands between. */
    private Optional<String> startOf(Network network, FlowKey key) {
        return key.source().equals(source)
                ? start
                : network.holder(key.source()).map(Router::name);
    }

    private Passage met(FlowKey key, Passage passage) {
        destinations.add(key.destination());
        destinations.add(passage.arrived().destination());
        return passage;
    }

    /** True if a route to this prefix may concern its packets, as they start or as a NAT made them. */
    boolean isWithin(Prefix prefix) {
        return destinations.stream().anyMatch(prefix::contains);
    }

    FlowHistory history(int flow) {
        return histories[flow];
    }

    boolean isDirty() {
        return !dirty.isEmpty();
    }

    boolean isDirty(int flow) {
        return dirty.get(flow);
    }

    /** The first flow from this one on that has to be walked again, or -1. */
    int nextDirty(int flow) {
        return dirty.nextSetBit(flow);
    }

    void markNode(String node, long cause) {
        mark(atNode.get(node), cause);
    }

    void markLink(String link, long cause) {
        mark(onLink.get(link), cause);
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
    boolean walked(int flow, long nowNanos, Walk walk) {
        dirty.clear(flow);
        FlowHistory history = histories[flow];
        if (history.hasBegun()) {
            if (history.now().equals(walk)) {
                return false;
            }
            enter(history.now(), flow, false);
        }
        enter(walk, flow, true);
        return history.add(nowNanos, walk, causes[flow]);
    }

    private void enter(Walk walk, int flow, boolean crosses) {
        for (Walk.Hop hop : walk.hops()) {
            set(atNode, hop.node(), flow, crosses);
            set(onLink, hop.link(), flow, crosses);
        }
        set(atNode, walk.end(), flow, crosses);
    }

    private static void set(Map<String, BitSet> places, String place, int flow, boolean crosses) {
        places.computeIfAbsent(place, name -> new BitSet()).set(flow, crosses);
    }

    private void mark(BitSet flows, long cause) {
        if (flows != null) {
            flows.stream().forEach(flow -> mark(flow, cause));
        }
    }

    /** The walks of all flows at an instant, by flow. */
    Walk[] walksAt(long nanos) {
        Walk[] walks = new Walk[histories.length];
        Arrays.setAll(walks, flow -> histories[flow].at(nanos).walk());
        return walks;
    }

    /** The fraction of the flows that use at least one of these links at an instant. */
    double shareAt(long nanos, ImmutableSet<String> links) {
        int using = 0;
        for (FlowHistory history : histories) {
            using += history.at(nanos).walk().uses(links) ? 1 : 0;
        }
        return (double) using / histories.length;
    }
}

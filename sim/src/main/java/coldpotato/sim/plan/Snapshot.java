package coldpotato.sim.plan;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.node.Router;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Collections;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The state of a network at an instant, as facts that can be compared: session states, BGP tables, forwarding tables and
 * flow paths. Uptimes and counters are left out, so that a network that has come back equals what it was.
 *
 * @param facts what is so, by what it is about
 */
public record Snapshot(ImmutableSortedMap<String, String> facts) {

    /**
     * One fact that is not the same in two snapshots.
     *
     * @param about what it is about
     * @param before the earlier value, {@code none} if there was none
     * @param after the later value, {@code none} if there is none
     */
    public record Difference(String about, String before, String after) {
        @Override
        public String toString() {
            return about + ": was " + before + ", is " + after;
        }
    }

    /** The state now. */
    public static Snapshot of(SimulatedNetwork network) {
        return of(network, ImmutableSet.of());
    }

    /**
     * The state now, as far as it is known.
     *
     * @param unknown nodes whose tables are not known, nor what becomes of flows that come to them
     */
    public static Snapshot of(SimulatedNetwork network, ImmutableSet<String> unknown) {
        ImmutableSortedMap.Builder<String, String> facts = ImmutableSortedMap.naturalOrder();
        for (Router router : network.network().routers()) {
            String node = router.name();
            if (unknown.contains(node)) {
                continue;
            }
            router.fib()
                    .entries()
                    .forEach(entry ->
                            facts.put(node + " fib " + entry.prefix(), entry.action() + " " + entry.nextHops()));
            network.speaker(node).ifPresent(speaker -> bgp(facts, node, speaker));
        }
        for (GroupFlows group : network.flows().groups()) {
            for (FlowDirection direction : FlowDirection.values()) {
                flows(facts, group, direction, network.nowNanos(), unknown);
            }
        }
        return new Snapshot(facts.buildOrThrow());
    }

    private static void bgp(ImmutableSortedMap.Builder<String, String> facts, String node, BgpSpeaker speaker) {
        for (PeerView peer : speaker.peers()) {
            facts.put(node + " session " + peer.config().name(), peer.state().rfcName());
        }
        for (AfiSafi family : AfiSafi.values()) {
            speaker.rib(family)
                    .forEachPrefix(prefix -> facts.put(
                            node + " bgp " + prefix,
                            speaker.rib(family).decision(prefix).multipath().stream()
                                    .map(Snapshot::text)
                                    .collect(Collectors.joining("; "))));
        }
    }

    private static String text(Path path) {
        PathAttributes attributes = path.attributes();
        return attributes + " from " + path.source().session() + " weight " + path.weight();
    }

    private static void flows(
            ImmutableSortedMap.Builder<String, String> facts,
            GroupFlows group,
            FlowDirection direction,
            long now,
            ImmutableSet<String> unknown) {
        for (int flow = 0; flow < group.group().count(); flow++) {
            Walk walk = group.walk(flow, direction, now);
            if (Collections.disjoint(walk.nodes(), unknown)) {
                facts.put(
                        String.format("flow %s #%05d %s", group.group().name(), flow, direction.text()),
                        walk.toString());
            }
        }
    }

    /** What is different in a later snapshot, sorted. */
    public ImmutableList<Difference> differencesTo(Snapshot later) {
        TreeSet<String> all = new TreeSet<>(facts.keySet());
        all.addAll(later.facts.keySet());
        return all.stream()
                .map(about -> new Difference(
                        about, facts.getOrDefault(about, "none"), later.facts.getOrDefault(about, "none")))
                .filter(difference -> !difference.before().equals(difference.after()))
                .collect(ImmutableList.toImmutableList());
    }
}

package coldpotato.sim.graph;

import coldpotato.core.net.Asn;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packets that do not go where they should, as sentences. */
final class Astray {
    private Astray() {}

    /** Between ASes: a packet takes the way that the AS path says, to the AS that announces the prefix. */
    static List<String> of(AsRelationships graph, SimulatedNetwork network) {
        List<String> astray = new ArrayList<>();
        for (Asn from : graph.ases()) {
            for (Asn to : graph.ases()) {
                String expected = asPath(network, from, graph, to);
                String actual = way(GraphRun.walk(network, from.toString(), graph.prefix(to)));
                if (!actual.equals(expected)) {
                    astray.add(from + " to " + to + ": AS path " + expected + ", but way " + actual);
                }
            }
        }
        return astray;
    }

    private static String way(Walk walk) {
        return walk.outcome().isDelivery() ? String.join(" ", walk.nodes()) : walk.summary();
    }

    private static String asPath(SimulatedNetwork network, Asn from, AsRelationships graph, Asn to) {
        return GraphRun.decision(network, from.toString(), graph.prefix(to))
                .best()
                .map(path -> (from + " " + path.attributes().asPath()).strip())
                .orElse("no-route at " + from);
    }

    /** In a full mesh: a packet leaves by the nearest exit. */
    static List<String> of(InternalBgp mesh, Optional<String> cut, SimulatedNetwork network) {
        NearestExit nearest = new NearestExit(mesh, cut);
        List<String> astray = new ArrayList<>();
        for (String router : mesh.routers().keySet()) {
            Walk walk = GraphRun.walk(network, router, InternalBgp.PREFIX);
            String actual = walk.outcome().isDelivery() ? walk.end() : "none";
            if (!actual.equals(nearest.of(router))) {
                astray.add(router + " should leave by " + nearest.of(router) + ", but: " + walk);
            }
        }
        return astray;
    }
}

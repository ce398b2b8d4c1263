package coldpotato.scenarios.report;

import coldpotato.scenarios.portal.PeeringPath;
import coldpotato.scenarios.portal.Resource;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One of the checks that Azure offers of its own side of a network.
 *
 * @param words such as {@code arp}
 * @param name of a circuit, a path, a gateway, a virtual network or a node of one, of a flow for traceroute and asymmetry; empty for all that have such a table
 */
public record PortalTable(String words, Optional<String> name) implements Showing {
    private static final ImmutableMap<String, BiFunction<SimulatedNetwork, Optional<String>, ImmutableList<Section>>>
            TABLES =
                    ImmutableMap
                            .<String, BiFunction<SimulatedNetwork, Optional<String>, ImmutableList<Section>>>builder()
                            .put("arp", EdgeListing::arp)
                            .put("route-table", EdgeListing::routeTable)
                            .put("route-table-summary", EdgeListing::summary)
                            .put("stats", EdgeListing::stats)
                            .put("learned-routes", GatewayListing::learned)
                            .put("advertised-routes", GatewayListing::advertised)
                            .put("bgp-peer-status", GatewayListing::peerStatus)
                            .put("effective-routes", EffectiveRouteListing::routes)
                            .put("metrics", MetricListing::metrics)
                            .put("traceroute", TracerouteListing::traceroutes)
                            .put("asymmetry", AsymmetryListing::asymmetries)
                            .buildOrThrow();

    /**
     * A part of the answer.
     *
     * @param keys what it is about, for programs
     * @param title the same for people
     * @param view what there is to be seen
     */
    record Section(ImmutableMap<String, String> keys, String title, View view) {

        /** What Microsoft's edge has for a peering on one path. */
        static Section of(PeeringPath path, View view) {
            return new Section(
                    ImmutableMap.of(
                            "circuit",
                            path.circuit(),
                            "peering",
                            path.kind().text(),
                            "path",
                            path.leg().text()),
                    path.toString(),
                    view);
        }
    }

    static ImmutableSet<String> known() {
        return TABLES.keySet();
    }

    /**
     * The nodes of a kind that a name stands for, all of them without a name.
     *
     * @throws Unanswerable if there are none
     */
    static ImmutableList<String> nodes(SimulatedNetwork network, Resource kind, Optional<String> name) {
        ImmutableList<String> all = kind.all(network.plan());
        ImmutableList<String> asked =
                name.map(one -> kind.named(network.plan(), one)).orElse(all);
        if (!asked.isEmpty()) {
            return asked;
        }
        if (all.isEmpty()) {
            throw new Unanswerable("there is no " + kind.text() + " in this network");
        }
        throw network.names().exists(name.orElse(""))
                ? new Unanswerable(
                        "\"" + name.orElse("") + "\" is no " + kind.text() + "; there are " + String.join(", ", all))
                : Unanswerable.unknown(kind.text(), name.orElse(""), all);
    }

    @Override
    public Printable show(SimulatedNetwork network, ImmutableSet<String> external, String scenario, RunTimes times) {
        return new PortalAnswer(
                scenario, times, network.nowNanos(), TABLES.get(words).apply(network, name));
    }
}

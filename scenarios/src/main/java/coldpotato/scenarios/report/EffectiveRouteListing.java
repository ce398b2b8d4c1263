package coldpotato.scenarios.report;

import coldpotato.core.net.IpAddress;
import coldpotato.scenarios.portal.EffectiveRoute;
import coldpotato.scenarios.portal.HubRoute;
import coldpotato.scenarios.portal.Resource;
import coldpotato.scenarios.report.PortalTable.Section;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code show effective-routes}: what the machines of a subnet go by, and what lost; and what the router of a hub goes by. */
final class EffectiveRouteListing {
    private EffectiveRouteListing() {}

    /** One section for each hub and subnet, and for the machines of a virtual network outside any subnet that the file has. */
    static ImmutableList<Section> routes(SimulatedNetwork network, Optional<String> name) {
        ImmutableList<String> hubs = Resource.HUB.all(network.plan());
        return PortalTable.nodes(network, Resource.ROUTED, name).stream()
                .map(node -> hubs.contains(node)
                        ? new Section(ImmutableMap.of("hub", node), node, hub(network, node))
                        : new Section(ImmutableMap.of("subnet", node), node, page(network, node)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Page hub(SimulatedNetwork network, String router) {
        Table table = new Table(
                Column.text("address-prefix", "Address Prefix"),
                Column.text("next-hop-type", "Next Hop Type"),
                Column.text("next-hops", "Next Hops"),
                Column.text("as-path", "AS Path"));
        HubRoute.of(network, router)
                .forEach(route -> table.row(
                        route.prefix().toString(),
                        route.type().text(),
                        String.join(", ", route.nextHops()),
                        route.asPath()));
        return new Page("effective-routes", table);
    }

    private static Page page(SimulatedNetwork network, String node) {
        Table table = new Table(
                Column.text("source", "Source"),
                Column.text("state", "State"),
                Column.text("address-prefix", "Address Prefix"),
                Column.text("next-hop-type", "Next Hop Type"),
                Column.text("next-hop-ip", "Next Hop IP"));
        EffectiveRoute.of(network, node)
                .forEach(route -> table.row(
                        route.source().text(),
                        route.state(),
                        route.prefix().toString(),
                        route.type().text(),
                        route.nextHops().stream().map(IpAddress::toString).collect(Collectors.joining(", "))));
        return new Page("effective-routes", table);
    }
}

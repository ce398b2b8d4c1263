package coldpotato.scenarios.portal;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.CandidateRoute;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.node.RouteAction;
import coldpotato.sim.node.RouteSource;
import coldpotato.sim.node.RouteTable;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.SelectedRoute;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route of a subnet or of a virtual network's hosts, as {@code az network nic show-effective-route-table} has it. Routes
 * that lost against another of the same prefix, or that a system route hides however specific they are, are Invalid
 * (virtual-networks-udr-overview.md).
 *
 * @param source who gave it
 * @param active true if packets follow it
 * @param prefix where to
 * @param type what the next hop is
 * @param nextHops its addresses, where it has any
 */
public record EffectiveRoute(
        Source source, boolean active, Prefix prefix, NextHopType type, ImmutableList<IpAddress> nextHops) {

    /** Who gave a route, as Azure calls it. */
    public enum Source {
        DEFAULT("Default"),
        VIRTUAL_NETWORK_GATEWAY("VirtualNetworkGateway"),
        USER("User");

        private final String text;

        Source(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What a next hop is, as Azure calls it. */
    public enum NextHopType {
        VNET_LOCAL("VnetLocal"),
        VNET_PEERING("VNetPeering"),
        VIRTUAL_NETWORK_GATEWAY("VirtualNetworkGateway"),
        VIRTUAL_APPLIANCE("VirtualAppliance"),
        SERVICE_ENDPOINT("VirtualNetworkServiceEndpoint"),
        INTERNET("Internet"),
        NONE("None");

        private final String text;

        NextHopType(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** {@code Active} or {@code Invalid}. */
    public String state() {
        return active ? "Active" : "Invalid";
    }

    /** All of a node's routes, those of one prefix together and the active one first. */
    public static ImmutableList<EffectiveRoute> of(SimulatedNetwork network, String node) {
        Router router = network.router(node);
        RouteTable table = router.table();
        return prefixes(table)
                .flatMap(prefix -> table.candidates(prefix).stream()
                        .filter(candidate -> candidate.source() != RouteSource.CONNECTED)
                        .filter(candidate -> candidate.source() != RouteSource.LOCAL)
                        .map(candidate -> route(network, node, candidate, table.selected(prefix))))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Prefix> prefixes(RouteTable table) {
        return Stream.of(RouteSource.values())
                .flatMap(source -> table.candidates(source).stream())
                .map(CandidateRoute::prefix)
                .distinct()
                .sorted();
    }

    private static EffectiveRoute route(
            SimulatedNetwork network, String node, CandidateRoute candidate, Optional<SelectedRoute> selected) {
        boolean active = selected.filter(route -> route.source() == candidate.source()
                        && route.metric() == candidate.metric()
                        && route.distance() == candidate.distance())
                .isPresent();
        Source source = source(candidate.source());
        NextHopType type = type(network, node, candidate);
        boolean shown = type == NextHopType.VIRTUAL_NETWORK_GATEWAY || type == NextHopType.VIRTUAL_APPLIANCE;
        return new EffectiveRoute(
                source,
                active,
                candidate.prefix(),
                type,
                shown
                        ? candidate.nextHops().stream()
                                .flatMap(hop -> hop.address().stream())
                                .collect(ImmutableList.toImmutableList())
                        : ImmutableList.of());
    }

    private static Source source(RouteSource source) {
        return switch (source) {
            case USER_DEFINED -> Source.USER;
            case FED, EBGP, IBGP -> Source.VIRTUAL_NETWORK_GATEWAY;
            case LOCAL, CONNECTED, ATTACHED, STATIC, IGP, SYSTEM -> Source.DEFAULT;
        };
    }

    private static NextHopType type(SimulatedNetwork network, String node, CandidateRoute candidate) {
        if (candidate.source().isLearnedByBgp()) {
            return NextHopType.VIRTUAL_NETWORK_GATEWAY;
        }
        if (candidate.action() != RouteAction.FORWARD) {
            return candidate.action() == RouteAction.DELIVER ? NextHopType.VNET_LOCAL : NextHopType.NONE;
        }
        return candidate.nextHops().stream()
                .findFirst()
                .flatMap(hop -> neighbour(network, node, hop))
                .map(next -> type(network, node, candidate, next))
                .orElse(
                        candidate.source() == RouteSource.USER_DEFINED
                                ? NextHopType.VIRTUAL_APPLIANCE
                                : NextHopType.NONE);
    }

    private static NextHopType type(SimulatedNetwork network, String node, CandidateRoute candidate, String next) {
        String role = role(network, next);
        if (role.contains("gateway")) {
            return NextHopType.VIRTUAL_NETWORK_GATEWAY;
        }
        if (role.equals("internet")) {
            return NextHopType.INTERNET;
        }
        if (role.equals("microsoft")) {
            return candidate.prefix().isDefault() ? NextHopType.INTERNET : NextHopType.SERVICE_ENDPOINT;
        }
        if (!role.equals("hosts") && !role.equals("subnet")) {
            return NextHopType.VIRTUAL_APPLIANCE;
        }
        return owner(next).equals(owner(node)) ? NextHopType.VNET_LOCAL : NextHopType.VNET_PEERING;
    }

    /** The virtual network in whose name a node begins. */
    private static String owner(String node) {
        return Splitter.on('.').split(node).iterator().next();
    }

    private static String role(SimulatedNetwork network, String node) {
        return network.plan().nodes().get(node).role().toLowerCase(Locale.ROOT);
    }

    /** The node that has the address of a next hop, on a link of this node. */
    private static Optional<String> neighbour(SimulatedNetwork network, String node, NextHop hop) {
        return network.router(node).interfaces().stream()
                .map(each -> each.link().otherEnd(node))
                .filter(other -> hop.address()
                        .map(address -> network.router(other).owns(address))
                        .orElse(false))
                .findFirst();
    }
}

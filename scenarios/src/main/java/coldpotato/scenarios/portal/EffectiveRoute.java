package coldpotato.scenarios.portal;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.azure.Names;
import coldpotato.sim.azure.Role;
import coldpotato.sim.node.CandidateRoute;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.node.RouteAction;
import coldpotato.sim.node.RouteSource;
import coldpotato.sim.node.RouteTable;
import coldpotato.sim.node.SelectedRoute;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** All of a node's routes, those of one prefix together and the most believed first. */
    public static ImmutableList<EffectiveRoute> of(SimulatedNetwork network, String node) {
        Map<EffectiveRoute, Set<IpAddress>> routes = new LinkedHashMap<>();
        prefixes(network, node)
                .flatMap(prefix -> routes(network, node, prefix))
                .forEach(route -> routes.computeIfAbsent(route.to(ImmutableList.of()), each -> new LinkedHashSet<>())
                        .addAll(route.nextHops));
        return routes.entrySet().stream()
                .map(entry -> entry.getKey().to(ImmutableList.copyOf(entry.getValue())))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<EffectiveRoute> routes(SimulatedNetwork network, String node, Prefix prefix) {
        RouteTable table = network.router(node).table();
        ImmutableList<CandidateRoute> candidates = table.candidates(prefix);
        Stream<EffectiveRoute> shown = candidates.stream()
                .filter(candidate -> isShown(network, node, candidate))
                .map(candidate -> route(network, node, candidate, table.selected(prefix)));
        boolean outside = prefix.isDefault()
                && candidates.stream().noneMatch(candidate -> candidate.source() == RouteSource.SYSTEM);
        return outside
                ? Stream.concat(
                        shown,
                        Stream.of(toInternet(prefix, table.selected(prefix).isEmpty())))
                : shown;
    }

    /** Every subnet has it; where the network has no Internet, packets that follow it have no route here. */
    private static EffectiveRoute toInternet(Prefix prefix, boolean active) {
        return new EffectiveRoute(Source.DEFAULT, active, prefix, NextHopType.INTERNET, ImmutableList.of());
    }

    private EffectiveRoute to(ImmutableList<IpAddress> addresses) {
        return new EffectiveRoute(source, active, prefix, type, addresses);
    }

    /**
     * Links, and parts of an address space that the fabric tells apart, are nobody's routes: Azure shows whole spaces. Nor does a
     * hub give a virtual network its own space back.
     */
    private static boolean isShown(SimulatedNetwork network, String node, CandidateRoute candidate) {
        return switch (candidate.source()) {
            case LOCAL, CONNECTED -> false;
            case USER_DEFINED, EBGP, IBGP -> true;
            case FED ->
                hub(network, node, candidate).isEmpty()
                        || !network.plan().nodes().get(node).pinned().contains(candidate.prefix());
            case ATTACHED, STATIC, IGP, SYSTEM ->
                network.plan().nodes().get(node).pinned().stream()
                        .noneMatch(space -> space.contains(candidate.prefix()) && !space.equals(candidate.prefix()));
        };
    }

    /** Those of the table, and the default routes of the families that the subnet has. */
    private static Stream<Prefix> prefixes(SimulatedNetwork network, String node) {
        RouteTable table = network.router(node).table();
        Stream<Prefix> defaults = Stream.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6)
                .filter(prefix -> network.plan().nodes().get(node).attached().stream()
                        .anyMatch(own -> own.family() == prefix.family()));
        return Stream.concat(
                        defaults,
                        Stream.of(RouteSource.values())
                                .flatMap(source -> table.candidates(source).stream())
                                .map(CandidateRoute::prefix))
                .distinct()
                .sorted();
    }

    private static EffectiveRoute route(
            SimulatedNetwork network, String node, CandidateRoute candidate, Optional<SelectedRoute> selected) {
        boolean active = selected.filter(route -> route.source() == candidate.source()
                        && route.metric() == candidate.metric()
                        && route.distance() == candidate.distance())
                .isPresent();
        if (isHubsOwn(network, node, candidate)) {
            return new EffectiveRoute(
                    Source.DEFAULT, active, candidate.prefix(), NextHopType.VNET_PEERING, ImmutableList.of());
        }
        Source source = source(candidate.source());
        NextHopType type = type(network, node, candidate);
        return new EffectiveRoute(source, active, candidate.prefix(), type, nextHops(network, node, candidate, type));
    }

    /** To Azure a hub is a peer of the virtual networks that are connected to it. */
    private static boolean isHubsOwn(SimulatedNetwork network, String node, CandidateRoute candidate) {
        return hub(network, node, candidate)
                .filter(hub -> network.plan().nodes().get(hub).attached().contains(candidate.prefix()))
                .isPresent();
    }

    /** The router of the hub that feeds a route. */
    private static Optional<String> hub(SimulatedNetwork network, String node, CandidateRoute candidate) {
        return candidate.nextHops().stream()
                .findFirst()
                .filter(hop -> candidate.source() == RouteSource.FED)
                .flatMap(hop -> neighbour(network, node, hop))
                .filter(next -> role(network, next) == Role.HUB_ROUTER);
    }

    /** A gateway's end of the fabric, or the address that an appliance has as a machine. */
    private static ImmutableList<IpAddress> nextHops(
            SimulatedNetwork network, String node, CandidateRoute candidate, NextHopType type) {
        Stream<IpAddress> addresses = candidate.nextHops().stream().flatMap(hop -> hop.address().stream());
        return switch (type) {
            case VIRTUAL_NETWORK_GATEWAY -> addresses.collect(ImmutableList.toImmutableList());
            case VIRTUAL_APPLIANCE ->
                candidate.nextHops().stream()
                        .flatMap(hop -> neighbour(network, node, hop).stream())
                        .flatMap(next -> network.plan().nodes().get(next).attached().stream())
                        .map(Prefix::address)
                        .collect(ImmutableList.toImmutableList());
            case VNET_LOCAL, VNET_PEERING, SERVICE_ENDPOINT, INTERNET, NONE -> ImmutableList.of();
        };
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
        return switch (role(network, next)) {
            case GATEWAY, VPN_GATEWAY, HUB_ROUTER -> NextHopType.VIRTUAL_NETWORK_GATEWAY;
            case INTERNET -> NextHopType.INTERNET;
            case MICROSOFT -> candidate.prefix().isDefault() ? NextHopType.INTERNET : NextHopType.SERVICE_ENDPOINT;
            case SITE_HOSTS, VNET_HOSTS, SUBNET ->
                Names.owner(next).equals(Names.owner(node)) ? NextHopType.VNET_LOCAL : NextHopType.VNET_PEERING;
            case CUSTOMER_EDGE,
                    CLOUD_EDGE,
                    PROVIDER_EDGE,
                    MSEE,
                    CLIENTS,
                    FAST_PATH,
                    ROUTE_SERVER,
                    FIREWALL,
                    APPLIANCE -> NextHopType.VIRTUAL_APPLIANCE;
        };
    }

    private static Role role(SimulatedNetwork network, String node) {
        return Role.of(network.plan().nodes().get(node));
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

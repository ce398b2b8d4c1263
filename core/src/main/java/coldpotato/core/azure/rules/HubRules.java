package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HubGateway;
import coldpotato.core.azure.HubRoute;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.Reach;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.grounds.Conflicts;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.rules.Refusal.Count;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What Azure refuses about hubs of Virtual WAN, the VNets connected to them, and the connections of their ExpressRoute gateways.
 *
 * <p>Not modelled: throughput of hub routers, of VPN gateways as a whole and of P2S gateways, number of VMs.
 */
final class HubRules {
    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;
    private final Grounds grounds;

    HubRules(HybridNetwork network, Consumer<Refusal> refusals, Grounds grounds) {
        this.network = network;
        this.refusals = refusals;
        this.grounds = grounds;
    }

    void check(VirtualHub hub) {
        String path = ModelPath.hub(hub.name());
        if (hub.gateway().isPresent()) {
            notBasic(hub, ModelPath.hubGateway(hub.name()));
        }
        hub.gateway().ifPresent(gateway -> gateway(gateway, ModelPath.hubGateway(hub.name())));
        circuits(hub, ModelPath.hubGateway(hub.name()));
        hub.vpnGateway().ifPresent(gateway -> vpn(hub, gateway, ModelPath.hubVpnGateway(hub.name())));
        int vnets = connectionsTo(hub).size();
        int max = Documented.VNETS_PER_HUB - network.hubs().size();
        if (vnets > max) {
            refusals.accept(Refusal.beyond(
                    path,
                    new Count(vnets, "VNets", max),
                    "each of " + network.hubs().size() + " hubs takes " + max,
                    Document.VWAN_LIMITS));
        }
        addresses(hub, path);
        routes(hub, path);
        int routes = routesOf(hub);
        if (routes > Documented.ROUTES_PER_HUB) {
            refusals.accept(Refusal.beyond(
                    path,
                    new Count(routes, "routes from what is connected", Documented.ROUTES_PER_HUB),
                    "a hub takes " + Documented.ROUTES_PER_HUB,
                    Document.VWAN_LIMITS));
        }
    }

    /** Prefixes of the VNets and of the sites behind circuits and tunnels, each once; what becomes of more is not documented. */
    private int routesOf(VirtualHub hub) {
        Stream<Prefix> vnets = connectionsTo(hub).stream()
                .flatMap(connection -> network.virtualNetworks().get(connection.virtualNetwork()).prefixes().stream());
        Stream<Prefix> sites = network.connections().values().stream()
                .filter(connection -> connection.gateway().equals(hub.name()))
                .flatMap(connection -> network.circuits().get(connection.circuit()).privatePeering().stream())
                .flatMap(peering -> Stream.of(peering.primary(), peering.secondary()))
                .flatMap(link -> network.announcedOn(PeeringKind.PRIVATE, link).stream());
        Stream<Prefix> branches = network.vpnConnectionsOf(hub.name()).stream()
                .flatMap(connection -> connection.bgp() ? announced(connection) : connection.prefixes().stream());
        return Stream.of(vnets, sites, branches)
                .flatMap(prefixes -> prefixes)
                .collect(ImmutableSet.toImmutableSet())
                .size();
    }

    private Stream<Prefix> announced(VpnConnection connection) {
        return connection.customer().stream().flatMap(link -> network.announcedOn(PeeringKind.PRIVATE, link).stream());
    }

    void check(HubConnection connection) {
        String path = ModelPath.hubConnection(connection.name());
        VirtualNetwork vnet = network.virtualNetworks().get(connection.virtualNetwork());
        VirtualHub hub = network.hubs().get(connection.hub());
        if (vnet.gateway().isPresent() || vnet.vpnGateway().isPresent()) {
            refuse(
                    path,
                    "VNet " + vnet.name() + " has a gateway of its own, while a VNet of a hub uses the hub's",
                    Document.VWAN_EXPRESSROUTE_PORTAL);
        }
        if (hasIpv6(vnet)) {
            refuse(path, "VNet " + vnet.name() + " has IPv6, which Virtual WAN does not carry", Document.IPV6);
        }
        network.hubConnections().values().stream()
                .takeWhile(other -> !other.name().equals(connection.name()))
                .filter(other -> other.virtualNetwork().equals(vnet.name()))
                .forEach(other -> refuse(
                        path,
                        "VNet " + vnet.name() + " is connected to " + other.hub() + " by " + other.name() + " already",
                        Document.VWAN_FAQ));
        if (vnet.prefixes().stream().anyMatch(hub.prefix()::overlaps)) {
            refuse(
                    path,
                    "VNet " + vnet.name() + " overlaps the address space " + hub.prefix() + " of hub " + hub.name(),
                    Document.VWAN_EXPRESSROUTE_PORTAL);
        }
    }

    /** A connection between a hub's ExpressRoute gateway and a circuit. */
    void check(Connection connection, VirtualHub hub) {
        String path = ModelPath.connection(connection.name());
        Circuit circuit = network.circuits().get(connection.circuit());
        notBasic(hub, path);
        if (hub.gateway().isEmpty()) {
            refuse(path, "hub " + hub.name() + " has no ExpressRoute gateway", Document.VWAN_EXPRESSROUTE);
        }
        if (!Reach.covers(circuit, Region.catalogue().get(hub.region()))) {
            refuse(
                    path,
                    "a " + circuit.sku().text() + " circuit at " + circuit.location() + " does not reach a hub in "
                            + hub.region(),
                    Document.VWAN_EXPRESSROUTE);
        }
        if (connection.fastPath() && !hub.hasFastPath(circuit)) {
            refuse(
                    path,
                    "FastPath in a hub needs a circuit of ExpressRoute Direct and "
                            + Documented.HUB_FAST_PATH_SCALE_UNITS + " scale units",
                    Document.FAQS);
        }
    }

    private void notBasic(VirtualHub hub, String path) {
        if (hub.sku() == VirtualHub.Sku.BASIC) {
            refuse(path, "Basic Virtual WAN has site-to-site VPN only", Document.VWAN_REMOTE_WORK);
        }
    }

    private void gateway(HubGateway gateway, String path) {
        if (gateway.scaleUnits() < 1 || gateway.scaleUnits() > Documented.HUB_SCALE_UNITS_MAX) {
            refuse(
                    path,
                    gateway.scaleUnits() + " scale units, while the gateway of a hub has 1 to "
                            + Documented.HUB_SCALE_UNITS_MAX,
                    Document.VWAN_EXPRESSROUTE);
        }
    }

    private void vpn(VirtualHub hub, VpnGateway gateway, String path) {
        if (!gateway.asn().equals(Documented.GATEWAY_ASN)) {
            refuse(
                    path,
                    "the AS of a gateway in a hub is " + Documented.GATEWAY_ASN + " and stays so, not " + gateway.asn(),
                    Document.VWAN_FAQ);
        }
        if (gateway.pointToSite().isPresent()) {
            notBasic(hub, path);
        }
        int branches = network.vpnConnectionsOf(hub.name()).size();
        if (branches > Documented.BRANCHES_PER_HUB) {
            refusals.accept(Refusal.beyond(
                    path,
                    new Count(branches, "branches", Documented.BRANCHES_PER_HUB),
                    "a hub takes " + Documented.BRANCHES_PER_HUB,
                    Document.VWAN_LIMITS));
        }
    }

    private void circuits(VirtualHub hub, String path) {
        ImmutableList<String> locations = network.connections().values().stream()
                .filter(connection -> connection.gateway().equals(hub.name()))
                .map(connection -> network.circuits().get(connection.circuit()).location())
                .collect(ImmutableList.toImmutableList());
        if (locations.size() > circuitsMax()) {
            refusals.accept(Refusal.beyond(
                    path,
                    new Count(locations.size(), "circuits", circuitsMax()),
                    "a hub takes " + circuitsMax(),
                    Document.VWAN_EXPRESSROUTE));
        }
        locations.stream()
                .distinct()
                .filter(location -> at(location, locations) > Documented.CIRCUITS_PER_HUB_AND_LOCATION)
                .map(location -> Refusal.beyond(
                        path,
                        new Count(
                                at(location, locations),
                                "circuits at " + location,
                                Documented.CIRCUITS_PER_HUB_AND_LOCATION),
                        "a hub takes " + Documented.CIRCUITS_PER_HUB_AND_LOCATION + " of one location",
                        Document.VWAN_EXPRESSROUTE))
                .forEach(refusals);
    }

    private static long at(String location, ImmutableList<String> locations) {
        return locations.stream().filter(location::equals).count();
    }

    private void addresses(VirtualHub hub, String path) {
        if (hub.prefix().family() == Family.IPV6) {
            refuse(path, "the hub's address space is IPv6, which Virtual WAN does not carry", Document.IPV6);
        }
        network.hubs().values().stream()
                .takeWhile(other -> !other.name().equals(hub.name()))
                .filter(other -> other.prefix().overlaps(hub.prefix()))
                .forEach(other -> refuse(
                        path,
                        hub.prefix() + " overlaps the address space of hub " + other.name(),
                        Document.VWAN_EXPRESSROUTE_PORTAL));
    }

    /** The next hop of a static route is in a VNet of the same hub. */
    private void routes(VirtualHub hub, String path) {
        for (HubRoute route : hub.routes()) {
            if (route.prefix().family() == Family.IPV6) {
                refuse(
                        path + ".routes",
                        "the static route " + route.prefix() + " is IPv6, which Virtual WAN does not carry",
                        Document.IPV6);
            }
            Optional<HubConnection> connection =
                    Optional.ofNullable(network.hubConnections().get(route.connection()));
            if (connection.filter(known -> known.hub().equals(hub.name())).isEmpty()) {
                refuse(
                        path + ".routes",
                        "the next hop of " + route.prefix() + " is " + route.connection()
                                + ", which is no connection of " + hub.name(),
                        Document.VWAN_ROUTING);
            }
        }
    }

    /** Connections of VNets to a hub, in order. */
    private ImmutableList<HubConnection> connectionsTo(VirtualHub hub) {
        return network.hubConnections().values().stream()
                .filter(connection -> connection.hub().equals(hub.name()))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean hasIpv6(VirtualNetwork vnet) {
        return Stream.concat(vnet.prefixes().stream(), vnet.summaries().stream())
                .map(Prefix::family)
                .anyMatch(family -> family == Family.IPV6);
    }

    private void refuse(String path, String reason, Document source) {
        refusals.accept(new Refusal(path, reason, source));
    }

    private int circuitsMax() {
        return Integer.parseInt(grounds.choice(Conflicts.CIRCUITS_PER_HUB));
    }
}

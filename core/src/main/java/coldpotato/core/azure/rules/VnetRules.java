package coldpotato.core.azure.rules;

import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.UserDefinedRoute.NextHopType;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.azure.VnetPeers;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal.Count;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What Azure refuses about subnets, route tables and VNet peerings. */
final class VnetRules {
    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;
    private final VnetPeers peers;

    VnetRules(HybridNetwork network, Consumer<Refusal> refusals) {
        this.network = network;
        this.refusals = refusals;
        this.peers = new VnetPeers(network);
    }

    void check() {
        network.vnetPeerings().values().forEach(this::peering);
        network.virtualNetworks().values().forEach(this::peersOf);
        network.routeTables().values().forEach(this::size);
        if (network.routeTables().size() > Documented.ROUTE_TABLES_MAX) {
            refusals.accept(Refusal.beyond(
                    "route-tables",
                    new Count(network.routeTables().size(), "route tables", Documented.ROUTE_TABLES_MAX),
                    "a subscription takes " + Documented.ROUTE_TABLES_MAX + " in a region",
                    Document.VNET_LIMITS));
        }
        for (VirtualNetwork vnet : network.virtualNetworks().values()) {
            spaces(vnet);
            gatewaySubnet(vnet);
            vnet.subnets().values().forEach(subnet -> inside(vnet, subnet));
            vnet.subnets().values().forEach(subnet -> subnet.routeTable()
                    .map(network.routeTables()::get)
                    .ifPresent(table -> table.routes().values().forEach(route -> route(vnet, subnet, table, route))));
        }
    }

    /** In the order of addresses the wider comes first, so that neighbours tell. */
    private void spaces(VirtualNetwork vnet) {
        Prefix before = null;
        for (Prefix space : ImmutableList.sortedCopyOf(vnet.prefixes())) {
            if (before != null && before.contains(space)) {
                refuse(
                        ModelPath.virtualNetwork(vnet.name()),
                        "address space " + space + " of " + vnet.name() + " lies in " + before,
                        Document.MANAGE_VNET);
            } else {
                before = space;
            }
        }
    }

    private void peering(VirtualNetworkPeering peering) {
        String path = ModelPath.vnetPeering(peering.name());
        VirtualNetwork hub = network.virtualNetworks().get(peering.hub());
        VirtualNetwork spoke = network.virtualNetworks().get(peering.spoke());
        for (Prefix space : hub.prefixes()) {
            spoke.prefixes().stream()
                    .filter(space::overlaps)
                    .forEach(other -> refuse(
                            path,
                            space + " of " + hub.name() + " overlaps " + other + " of " + spoke.name(),
                            Document.MANAGE_VNET_PEERING));
        }
        earlier(peering).forEach(other -> {
            overlap(path, other, hub, spoke);
            overlap(path, other, spoke, hub);
        });
        earlier(peering)
                .filter(other -> other.joins(hub.name()) && other.joins(spoke.name()))
                .forEach(other -> refuse(
                        path,
                        hub.name() + " and " + spoke.name() + " are peered by " + other.name() + " already",
                        Document.VNET_PEERING));
        if (peering.useRemoteGateways()) {
            remoteGateways(path, peering, hub, spoke);
        }
    }

    private Stream<VirtualNetworkPeering> earlier(VirtualNetworkPeering peering) {
        return network.vnetPeerings().values().stream()
                .takeWhile(other -> !other.name().equals(peering.name()));
    }

    /** A VNet cannot have two peers of the same addresses. */
    private void overlap(String path, VirtualNetworkPeering earlier, VirtualNetwork common, VirtualNetwork other) {
        if (!earlier.joins(common.name()) || earlier.joins(other.name())) {
            return;
        }
        VirtualNetwork third =
                network.virtualNetworks().get(earlier.hub().equals(common.name()) ? earlier.spoke() : earlier.hub());
        for (Prefix space : third.prefixes()) {
            other.prefixes().stream()
                    .filter(space::overlaps)
                    .forEach(prefix -> refuse(
                            path,
                            prefix + " of " + other.name() + " overlaps " + space + " of " + third.name()
                                    + ", which is peered with " + common.name() + " already",
                            Document.MANAGE_VNET_PEERING));
        }
    }

    private void remoteGateways(String path, VirtualNetworkPeering peering, VirtualNetwork hub, VirtualNetwork spoke) {
        if (hasGateway(spoke)) {
            refuse(
                    path,
                    spoke.name() + " has a gateway of its own, so it cannot use that of " + hub.name(),
                    Document.VNET_PEERING);
        }
        if (!hasGateway(hub) && hub.routeServer().isEmpty()) {
            refuse(path, hub.name() + " has no gateway that " + spoke.name() + " could use", Document.VNET_PEERING);
        }
        network.vnetPeerings().values().stream()
                .takeWhile(other -> !other.name().equals(peering.name()))
                .filter(other -> other.spoke().equals(spoke.name()) && other.useRemoteGateways())
                .forEach(other -> refuse(
                        path,
                        spoke.name() + " uses the gateways of " + other.hub() + " already",
                        Document.VNET_PEERING));
    }

    private void peersOf(VirtualNetwork vnet) {
        int count = peers.of(vnet).size();
        if (vnet.gateway().isPresent() && count > Documented.PEERS_OF_GATEWAY_VNET_MAX) {
            refusals.accept(Refusal.beyond(
                    ModelPath.virtualNetwork(vnet.name()),
                    new Count(count, "peered VNets", Documented.PEERS_OF_GATEWAY_VNET_MAX),
                    "one with an ExpressRoute gateway takes " + Documented.PEERS_OF_GATEWAY_VNET_MAX,
                    Document.GATEWAYS));
        }
    }

    private void size(SubnetRouteTable table) {
        if (table.routes().size() > Documented.ROUTES_PER_TABLE_MAX) {
            refusals.accept(Refusal.beyond(
                    ModelPath.routeTable(table.name()),
                    new Count(table.routes().size(), "routes", Documented.ROUTES_PER_TABLE_MAX),
                    "a route table takes " + Documented.ROUTES_PER_TABLE_MAX,
                    Document.VNET_LIMITS));
        }
    }

    /** Two gateways beside each other need room, and so do sixteen circuits. */
    private void gatewaySubnet(VirtualNetwork vnet) {
        if (vnet.gateway().isPresent() && vnet.vpnGateway().isPresent()) {
            room(
                    vnet,
                    Documented.GATEWAY_SUBNET_LENGTH_MAX,
                    "ExpressRoute and VPN gateway need beside each other",
                    Document.COEXIST_PORTAL);
        }
        long circuits = network.connections().values().stream()
                .filter(connection -> connection.gateway().equals(vnet.name()))
                .count();
        if (circuits >= Documented.CIRCUITS_THAT_NEED_ROOM) {
            room(
                    vnet,
                    Documented.GATEWAY_SUBNET_LENGTH_OF_MANY_MAX,
                    "a gateway of " + Documented.CIRCUITS_THAT_NEED_ROOM + " circuits needs",
                    Document.GATEWAYS);
        }
    }

    private void room(VirtualNetwork vnet, int lengthMax, String whose, Document source) {
        Optional.ofNullable(vnet.subnets().get(Subnet.GATEWAY_SUBNET)).stream()
                .flatMap(subnet -> subnet.prefixes().stream())
                .filter(prefix ->
                        prefix.length() > lengthMax && prefix.address().isIpv4())
                .forEach(prefix -> refuse(
                        ModelPath.subnet(vnet.name(), Subnet.GATEWAY_SUBNET),
                        prefix + " is smaller than the /" + lengthMax + " that " + whose,
                        source));
    }

    private void inside(VirtualNetwork vnet, Subnet subnet) {
        subnet.prefixes().stream()
                .filter(prefix -> vnet.prefixes().stream().noneMatch(space -> space.contains(prefix)))
                .forEach(prefix -> refuse(
                        ModelPath.subnet(vnet.name(), subnet.name()),
                        "subnet " + prefix + " is in no address space of " + vnet.name(),
                        Document.VNET_LIMITS));
    }

    private void route(VirtualNetwork vnet, Subnet subnet, SubnetRouteTable table, UserDefinedRoute route) {
        String path = ModelPath.subnet(vnet.name(), subnet.name());
        if (route.type() == NextHopType.VIRTUAL_NETWORK_GATEWAY && servedByExpressRoute(vnet)) {
            refuse(
                    path,
                    route.prefix() + " of " + table.name() + " leads to a virtual network gateway, which must be a VPN"
                            + " gateway without an ExpressRoute gateway beside it",
                    Document.UDR);
        }
        if (subnet.name().equals(Subnet.GATEWAY_SUBNET)) {
            onGatewaySubnet(path, subnet, table, route);
        }
    }

    private void onGatewaySubnet(String path, Subnet subnet, SubnetRouteTable table, UserDefinedRoute route) {
        if (route.prefix().isDefault()) {
            refuse(path, table.name() + " has a default route, which no gateway subnet takes", Document.GATEWAYS);
            return;
        }
        subnet.prefixes().stream()
                .filter(prefix -> route.prefix().overlaps(prefix) && route.type() != NextHopType.VNET_LOCAL)
                .forEach(prefix -> refuse(
                        path,
                        route.prefix() + " of " + table.name() + " diverts the gateway subnet's own range " + prefix,
                        Document.GATEWAYS));
    }

    private boolean servedByExpressRoute(VirtualNetwork vnet) {
        ImmutableList<VirtualNetwork> owners = peers.ownersOfGateways(vnet);
        return owners.stream().anyMatch(owner -> owner.gateway().isPresent());
    }

    private static boolean hasGateway(VirtualNetwork vnet) {
        return vnet.gateway().isPresent() || vnet.vpnGateway().isPresent();
    }

    private void refuse(String path, String reason, Document source) {
        refusals.accept(new Refusal(path, reason, source));
    }
}

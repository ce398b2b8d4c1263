package coldpotato.sim.azure;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VnetPeers;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Which machines stand where in VNets, and which VNets are neighbours. */
final class VnetMap {

    /**
     * Addresses, and the node that has them.
     *
     * @param prefix the addresses, but for those of a longer place
     * @param node who has them
     * @param space the address space of the VNet that they lie in
     */
    record Place(Prefix prefix, String node, Prefix space) {}

    private final HybridNetwork network;
    private final VnetPeers peers;

    VnetMap(HybridNetwork network) {
        this.network = network;
        this.peers = new VnetPeers(network);
    }

    VnetPeers peers() {
        return peers;
    }

    ImmutableList<Appliance> appliances(VirtualNetwork vnet) {
        return network.appliances().values().stream()
                .filter(appliance -> appliance.virtualNetwork().equals(vnet.name()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The nodes of a VNet that send packets by the routes of a subnet: hosts and appliances. */
    ImmutableList<String> machines(VirtualNetwork vnet) {
        return places(vnet).map(Place::node).distinct().collect(ImmutableList.toImmutableList());
    }

    /** Where every address of the VNet is. */
    Stream<Place> places(VirtualNetwork vnet) {
        Stream<Place> rest = vnet.prefixes().stream().map(space -> new Place(space, Names.hosts(vnet.name()), space));
        Stream<Place> subnets = vnet.subnets().values().stream()
                .filter(Subnet::hasHosts)
                .flatMap(subnet -> subnet.prefixes().stream()
                        .map(prefix -> place(vnet, prefix, Names.subnet(vnet.name(), subnet.name()))));
        Stream<Place> appliances = appliances(vnet).stream()
                .map(appliance -> place(vnet, Prefix.host(appliance.address()), appliance.name()));
        return Stream.of(rest, subnets, appliances).flatMap(places -> places);
    }

    /** Where every address is that a machine of the VNet reaches directly: those of the VNet, then those of its peers. */
    ImmutableList<Place> reachable(VirtualNetwork vnet) {
        return Stream.concat(places(vnet), peers.of(vnet).stream().flatMap(this::places))
                .collect(ImmutableList.toImmutableList());
    }

    /** The place of an address that a machine of the VNet reaches directly. */
    Optional<Place> find(VirtualNetwork vnet, IpAddress address) {
        return reachable(vnet).stream()
                .filter(place -> place.prefix().contains(address))
                .reduce((best, place) -> place.prefix().length() > best.prefix().length() ? place : best);
    }

    /** The listed subnet that a node of the VNet stands in. */
    Optional<Subnet> subnetOf(VirtualNetwork vnet, String node) {
        if (isGateway(vnet, node)) {
            return Optional.ofNullable(vnet.subnets().get(Subnet.GATEWAY_SUBNET));
        }
        Optional<Subnet> named = vnet.subnets().values().stream()
                .filter(subnet -> Names.subnet(vnet.name(), subnet.name()).equals(node))
                .findFirst();
        return named.or(() -> Optional.ofNullable(network.appliances().get(node))
                .flatMap(appliance -> subnetWith(vnet, appliance.address())));
    }

    private static Optional<Subnet> subnetWith(VirtualNetwork vnet, IpAddress address) {
        return vnet.subnets().values().stream()
                .filter(subnet -> subnet.prefixes().stream().anyMatch(prefix -> prefix.contains(address)))
                .findFirst();
    }

    /** The route table that a node of the VNet obeys. */
    Optional<SubnetRouteTable> routeTableOf(VirtualNetwork vnet, String node) {
        return subnetOf(vnet, node).flatMap(Subnet::routeTable).map(name -> network.routeTables()
                .get(name));
    }

    /** True unless the gateway subnet keeps out the routes that the gateways live by: then they do not work at all. */
    boolean gatewaysWork(String owner) {
        return Optional.ofNullable(network.virtualNetworks().get(owner))
                .flatMap(vnet -> routeTableOf(vnet, Names.gateway(owner)))
                .map(SubnetRouteTable::propagation)
                .orElse(true);
    }

    /** True if there is a public network that VNets can send to. */
    boolean hasEgress() {
        return !network.virtualNetworks().isEmpty()
                && (!network.services().isEmpty() || !network.internetLinks().isEmpty());
    }

    /** Prefixes of the services that a machine reaches by routes of their own. */
    ImmutableSet<Prefix> serviceEndpoints(VirtualNetwork vnet, String node) {
        return subnetOf(vnet, node).stream()
                .flatMap(subnet -> subnet.serviceEndpoints().stream())
                .flatMap(service -> network.services().get(service).prefixes().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** True for the VNet's gateways, of whatever kind, and for their instances. */
    static boolean isGateway(VirtualNetwork vnet, String node) {
        return Names.isInstance(Names.gateway(vnet.name()), node)
                || Names.isInstance(Names.vpnGateway(vnet.name()), node)
                || node.equals(Names.fastPath(vnet.name()));
    }

    /** Prefixes of the VNet itself and of its peers. */
    ImmutableSet<Prefix> spaces(VirtualNetwork vnet) {
        return Stream.concat(Stream.of(vnet), peers.of(vnet).stream())
                .flatMap(each -> each.prefixes().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Place place(VirtualNetwork vnet, Prefix prefix, String node) {
        Prefix space = vnet.prefixes().stream()
                .filter(each -> each.contains(prefix))
                .findFirst()
                .orElse(prefix);
        return new Place(prefix, node, space);
    }
}

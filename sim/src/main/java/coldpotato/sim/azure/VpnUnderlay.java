package coldpotato.sim.azure;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.PublicService;
import coldpotato.core.azure.Reach;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnConnection.Over;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.StaticRoute;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What carries the tunnels of VPN connections: public addresses of routers and of gateways, and the host routes that lead to
 * them. Gateways stand behind Microsoft's public network, which announces them as it does its services.
 *
 * <p>Not modelled: firewalls on the way of a tunnel, and what carries a tunnel between two gateways.
 */
final class VpnUnderlay {
    /** Of the null route that keeps a tunnel from another way than the one it is held to: behind the host route. */
    private static final int BEFORE_BGP = 2;
    /** The same where BGP says the way: behind its host route, before every less specific one. */
    private static final int BEHIND_BGP = 250;

    private final Compilation compilation;
    private final HybridNetwork network;
    private final VpnOwners owners;

    VpnUnderlay(Compilation compilation) {
        this.compilation = compilation;
        this.network = compilation.network();
        this.owners = new VpnOwners(compilation);
    }

    /** True if what carries the connection is part of the network. */
    boolean carries(VpnConnection connection) {
        return connection.customer().isPresent()
                && connection.connected()
                && network.vpnGateway(connection.gateway()).isPresent()
                && (connection.over() == Over.MICROSOFT_PEERING
                        || !network.internetLinks().isEmpty());
    }

    /** True if anything carries a tunnel, so that Microsoft's public network is part of the network. */
    boolean isUsed() {
        return carried().findAny().isPresent();
    }

    private Stream<VpnConnection> carried() {
        return network.vpnConnections().values().stream().filter(this::carries);
    }

    private Stream<VpnConnection> carriedOf(String router) {
        return carried()
                .filter(connection ->
                        connection.customer().orElseThrow().router().equals(router));
    }

    /** The owners of gateways to which a carried connection leads. */
    ImmutableList<VpnOwner> carriedOwners() {
        return carried()
                .map(VpnConnection::gateway)
                .distinct()
                .flatMap(name -> owners.find(name).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The public address of the router of a connection. */
    IpAddress routerAddress(VpnConnection connection) {
        String router = connection.customer().orElseThrow().router();
        Stream<IpAddress> peering = peeringLinks(router)
                .map(link -> LinkSubnets.customer(link.subnet()))
                .filter(address -> connection.over() == Over.MICROSOFT_PEERING);
        Stream<IpAddress> internet = internetLink(router).stream()
                .map(link -> compilation.addresses().link(link.name()).a(Family.IPV4));
        return Stream.of(announced(connection).stream(), peering, internet)
                .flatMap(addresses -> addresses)
                .findFirst()
                .orElseGet(() -> compilation.addresses().routerId(router));
    }

    /**
     * The address of a router that is on none of its links, so that its site announces it: as the model says, or where several
     * links of Microsoft peering are to carry the tunnel.
     */
    private Optional<IpAddress> announced(VpnConnection connection) {
        String router = connection.customer().orElseThrow().router();
        return connection
                .address()
                .or(() -> connection.over() == Over.MICROSOFT_PEERING
                                && peeringLinks(router).count() > 1
                        ? inPublicPrefix(router)
                        : Optional.empty());
    }

    /** From the end of a prefix that the customer may announce, each router one of its own. */
    private Optional<IpAddress> inPublicPrefix(String router) {
        int number = network.allSites().stream()
                .flatMap(site -> site.routers().keySet().stream())
                .collect(ImmutableList.toImmutableList())
                .indexOf(router);
        return peeringLinks(router)
                .flatMap(link -> link.peering().advertisedPublicPrefixes().stream())
                .filter(prefix -> prefix.family() == Family.IPV4 && 1L << (32 - prefix.length()) > number + 2L)
                .findFirst()
                .map(prefix -> prefix.addressAt((1L << (32 - prefix.length())) - 2 - number));
    }

    /** Addresses that a router has for its tunnels besides those of its links. */
    ImmutableList<IpAddress> loopbacks(String router) {
        return carriedOf(router)
                .flatMap(connection -> announced(connection).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** Host routes of a router to the gateways of the connections that are held to one way. */
    ImmutableList<StaticRoute> routesOf(String router, Basis at) {
        return carriedOf(router)
                .filter(connection -> connection.over() != Over.BEST_ROUTE)
                .flatMap(connection ->
                        publicAddresses(connection, at).flatMap(address -> held(connection, router, address)))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** By one link a host route, for as long as its port is up; by several what BGP says on them. */
    private Stream<StaticRoute> held(VpnConnection connection, String router, IpAddress gateway) {
        if (isByBgp(connection)) {
            return Stream.of(nowhere(gateway, BEHIND_BGP));
        }
        return Stream.concat(
                exit(connection, router, gateway).stream().map(nextHop -> route(gateway, nextHop)),
                Stream.of(nowhere(gateway, BEFORE_BGP)));
    }

    private static StaticRoute nowhere(IpAddress gateway, int distance) {
        return new StaticRoute(Prefix.host(gateway), ImmutableList.of(), false, distance);
    }

    /** True if several links of Microsoft peering are to carry it, which BGP chooses from. */
    private boolean isByBgp(VpnConnection connection) {
        return connection.over() == Over.MICROSOFT_PEERING
                && peeringLinks(connection.customer().orElseThrow().router()).count() > 1;
    }

    private Optional<IpAddress> exit(VpnConnection connection, String router, IpAddress gateway) {
        return connection.over() == Over.INTERNET
                ? internetLink(router)
                        .map(link -> compilation.addresses().link(link.name()).b(Family.IPV4))
                : peeringLinks(router)
                        .filter(link -> brings(link, connection.gateway(), gateway))
                        .map(link -> LinkSubnets.microsoft(link.subnet()))
                        .findFirst();
    }

    /** What the routers of a site do not take from the Internet, so that tunnels are held to Microsoft peering. */
    ImmutableSet<Prefix> heldBack(Site site, Basis at) {
        return site.routers().keySet().stream()
                .flatMap(this::carriedOf)
                .filter(this::isByBgp)
                .flatMap(connection -> publicAddresses(connection, at))
                .map(Prefix::host)
                .collect(ImmutableSet.toImmutableSet());
    }

    private Stream<IpAddress> publicAddresses(VpnConnection connection, Basis at) {
        return owners.find(connection.gateway()).stream().flatMap(owner -> owner.gateway().instances().stream()
                .map(instance -> owners.publicAddress(owner, instance, at)));
    }

    /**
     * Public addresses of gateways, as services of their own with the region's value: those that no service of the model covers,
     * and those that BGP has to bring by themselves.
     */
    ImmutableList<PublicService> services(Basis at) {
        return carriedOwners().stream().map(owner -> service(owner, at)).collect(ImmutableList.toImmutableList());
    }

    private PublicService service(VpnOwner owner, Basis at) {
        ImmutableSet<Prefix> addresses = owner.gateway().instances().stream()
                .map(instance -> Prefix.host(owners.publicAddress(owner, instance, at)))
                .filter(address -> covering(address).findAny().isEmpty() || isByBgp(owner))
                .collect(ImmutableSet.toImmutableSet());
        return new PublicService(Names.vpnGateway(owner.name()), addresses, region(owner.name()), true);
    }

    private boolean isByBgp(VpnOwner owner) {
        return carried()
                .filter(connection -> connection.gateway().equals(owner.name()))
                .anyMatch(this::isByBgp);
    }

    private Stream<PublicService> covering(Prefix address) {
        return network.services().values().stream()
                .filter(service -> service.prefixes().stream().anyMatch(prefix -> prefix.contains(address)));
    }

    private ImmutableSet<Community> region(String owner) {
        Optional<String> region = Optional.ofNullable(network.virtualNetworks().get(owner))
                .map(VirtualNetwork::region)
                .or(() -> Optional.ofNullable(network.hubs().get(owner)).map(hub -> hub.region()));
        return region.flatMap(Region.catalogue()::find)
                .flatMap(Region::onMicrosoftPeering)
                .map(ImmutableSet::of)
                .orElse(ImmutableSet.of());
    }

    /** Host routes of Microsoft's public network: to the gateways, and back to the routers. */
    ImmutableList<StaticRoute> routesOfMicrosoft(Basis at) {
        Stream<StaticRoute> gateways = carriedOwners().stream().flatMap(owner -> owner.gateway().instances().stream()
                .map(instance -> route(
                        owners.publicAddress(owner, instance, at),
                        compilation
                                .addresses()
                                .link(Names.publicLink(owner.instance(instance)))
                                .b(Family.IPV4))));
        Stream<StaticRoute> routers = carried()
                .filter(connection -> announced(connection).isEmpty())
                .map(connection -> route(routerAddress(connection), backTo(connection)));
        return Stream.concat(gateways, routers).distinct().collect(ImmutableList.toImmutableList());
    }

    /** Where Microsoft sends what is for an address on one of the router's links, which nobody announces. */
    private IpAddress backTo(VpnConnection connection) {
        String router = connection.customer().orElseThrow().router();
        String link = connection.over() == Over.MICROSOFT_PEERING
                ? peeringLinks(router).findFirst().map(PeeringEnd::backbone).orElseThrow()
                : Names.MICROSOFT_TO_INTERNET;
        return compilation.addresses().link(link).a(Family.IPV4);
    }

    /** Host routes of a gateway to the routers at the other ends of its tunnels. */
    ImmutableList<StaticRoute> routesOfGateway(VpnOwner owner, int instance) {
        IpAddress microsoft = compilation
                .addresses()
                .link(Names.publicLink(owner.instance(instance)))
                .a(Family.IPV4);
        return carried()
                .filter(connection -> connection.gateway().equals(owner.name()))
                .map(connection -> route(routerAddress(connection), microsoft))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static StaticRoute route(IpAddress to, IpAddress nextHop) {
        return new StaticRoute(Prefix.host(to), ImmutableList.of(nextHop), false, 1);
    }

    private Optional<InternetLink> internetLink(String router) {
        return network.internetLinks().values().stream()
                .filter(link -> link.router().equals(router))
                .findFirst();
    }

    /** One link of Microsoft peering. */
    private record PeeringEnd(Circuit circuit, MicrosoftPeering peering, Leg leg) {
        Prefix subnet() {
            return peering.subnets(Family.IPV4).orElseThrow().on(leg);
        }

        String backbone() {
            return Names.backbone(circuit.name(), leg);
        }
    }

    private Stream<PeeringEnd> peeringLinks(String router) {
        return network.circuits().values().stream().flatMap(circuit -> circuit.microsoftPeering().stream()
                .filter(peering -> peering.subnets(Family.IPV4).isPresent())
                .flatMap(peering -> Stream.of(Leg.values())
                        .filter(leg -> peering.link(leg).router().equals(router))
                        .map(leg -> new PeeringEnd(circuit, peering, leg))));
    }

    /** True if the peering announces the gateway's address, by the filter on it. */
    private boolean brings(PeeringEnd end, String owner, IpAddress gateway) {
        ImmutableSet<Community> communities = Stream.concat(
                        region(owner).stream(),
                        covering(Prefix.host(gateway)).flatMap(service -> service.communities().stream()))
                .collect(ImmutableSet.toImmutableSet());
        PublicService service = new PublicService(owner, ImmutableSet.of(Prefix.host(gateway)), communities, true);
        boolean passes = end.peering()
                .routeFilter()
                .map(network.routeFilters()::get)
                .map(RouteFilter::communities)
                .map(listed -> !Sets.intersection(listed, communities).isEmpty())
                .orElseGet(() -> end.peering().configured().isBefore(Documented.ROUTE_FILTER_SINCE));
        return end.peering().enabled() && passes && Reach.shows(end.circuit(), service);
    }
}

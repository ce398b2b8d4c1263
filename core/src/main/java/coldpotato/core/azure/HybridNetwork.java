package coldpotato.core.azure;

import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A company's network and what it has at Microsoft: the model that a scenario file describes and that operations change.
 * Every map keeps the order of the file; names of what operations, faults and expectations are about (sites, routers, circuits,
 * VNets, hubs, appliances, other clouds, providers' networks, port pairs, connections of all kinds, Global Reaches, links, firewalls,
 * source NATs and shared risks) are unique together.
 *
 * @param sites customer locations
 * @param wanLinks what joins the sites
 * @param circuits ExpressRoute circuits
 * @param virtualNetworks VNets
 * @param connections which gateway is connected to which circuit
 * @param routeFilters allow lists of communities for Microsoft peering
 * @param services public prefixes of Microsoft
 * @param internetLinks the sites' ways to the Internet; without any, the Internet is not part of the network
 * @param vnetPeerings peerings between VNets
 * @param routeTables user-defined routes for subnets
 * @param appliances network virtual appliances and firewalls in VNets
 * @param vpnConnections site-to-site connections of VPN gateways
 * @param hubs hubs of Virtual WAN
 * @param hubConnections which VNet is connected to which hub
 * @param globalReaches pairs of circuits whose sites talk through Microsoft
 * @param directPorts port pairs of ExpressRoute Direct
 * @param clouds networks of other clouds
 * @param ipvpns any-to-any networks of providers
 * @param sharedRisks names for sets of things that fail together: a fibre, a device, a location
 * @param subscriptions which VNets, hubs and circuits are in which subscription; the rest is in one of no name
 * @param pendingCommunities communities of VNets that take effect when a connection is made anew
 * @param maintained devices that Microsoft is working on: edge routers such as {@code er-ams.msee1}, gateway instances
 * @param leaks routers whose export policies fail to filter, by name
 * @param assumptions values chosen where the documents are silent
 * @param places model path to {@code file:line:column}, for messages
 */
public record HybridNetwork(
        ImmutableMap<String, Site> sites,
        ImmutableMap<String, WanLink> wanLinks,
        ImmutableMap<String, Circuit> circuits,
        ImmutableMap<String, VirtualNetwork> virtualNetworks,
        ImmutableMap<String, Connection> connections,
        ImmutableMap<String, RouteFilter> routeFilters,
        ImmutableMap<String, PublicService> services,
        ImmutableMap<String, InternetLink> internetLinks,
        ImmutableMap<String, VirtualNetworkPeering> vnetPeerings,
        ImmutableMap<String, SubnetRouteTable> routeTables,
        ImmutableMap<String, Appliance> appliances,
        ImmutableMap<String, VpnConnection> vpnConnections,
        ImmutableMap<String, VirtualHub> hubs,
        ImmutableMap<String, HubConnection> hubConnections,
        ImmutableMap<String, GlobalReach> globalReaches,
        ImmutableMap<String, DirectPort> directPorts,
        ImmutableMap<String, ForeignCloud> clouds,
        ImmutableMap<String, IpVpn> ipvpns,
        ImmutableMap<String, ImmutableSet<String>> sharedRisks,
        ImmutableMap<String, ImmutableSet<String>> subscriptions,
        ImmutableMap<String, Community> pendingCommunities,
        ImmutableSet<String> maintained,
        ImmutableMap<String, RouteLeak> leaks,
        AssumptionValues assumptions,
        ImmutableMap<String, String> places) {

    /** A network of nothing, to start from. */
    public static final HybridNetwork EMPTY = new HybridNetwork(
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            ImmutableSet.of(),
            ImmutableMap.of(),
            AssumptionValues.USUAL,
            ImmutableMap.of());

    /** A builder that starts from this network; entries that it puts under a known name stay in their place. */
    public HybridNetworkBuilder toBuilder() {
        return new HybridNetworkBuilder(this);
    }

    /** The edge routers of all sites, in order. */
    public Stream<EdgeRouter> edgeRouters() {
        return sites.values().stream().flatMap(site -> site.routers().values().stream());
    }

    /** Everything that edge routers stand at: the customer's sites, then other clouds, then providers. */
    public ImmutableList<Site> allSites() {
        return ImmutableList.<Site>builder()
                .addAll(sites.values())
                .addAll(clouds.values().stream().map(ForeignCloud::asSite).iterator())
                .addAll(ipvpns.values().stream().map(IpVpn::asSite).iterator())
                .build();
    }

    /** Where what edge routers stand at is written. */
    public String pathOf(Site site) {
        if (sites.containsKey(site.name())) {
            return ModelPath.site(site.name());
        }
        return clouds.containsKey(site.name()) ? ModelPath.cloud(site.name()) : ModelPath.ipvpn(site.name());
    }

    /** The provider's network that an edge router belongs to. */
    public Optional<IpVpn> ipvpnOf(String router) {
        return ipvpns.values().stream()
                .filter(ipvpn -> ipvpn.routers().containsKey(router))
                .findFirst();
    }

    /** The other cloud that an edge router belongs to. */
    public Optional<ForeignCloud> cloudOf(String router) {
        return clouds.values().stream()
                .filter(cloud -> cloud.routers().containsKey(router))
                .findFirst();
    }

    /** What an edge router stands at, be it a site, another cloud or a provider. */
    public Optional<Site> siteOf(String router) {
        return allSites().stream()
                .filter(site -> site.routers().containsKey(router))
                .findFirst();
    }

    /**
     * What an edge router stands at, be it a site, another cloud or a provider.
     *
     * @throws IllegalArgumentException if it stands at none
     */
    public Site siteAt(String router) {
        return siteOf(router).orElseThrow(() -> new IllegalArgumentException("no site has router " + router));
    }

    /** The circuits on a port pair, in order. */
    public ImmutableList<Circuit> circuitsOn(DirectPort port) {
        return circuits.values().stream()
                .filter(circuit -> circuit.direct().map(DirectCircuit::port).equals(Optional.of(port.name())))
                .collect(ImmutableList.toImmutableList());
    }

    /** The connections of a circuit, in order. */
    public ImmutableList<Connection> connectionsOf(Circuit circuit) {
        return connections.values().stream()
                .filter(connection -> connection.circuit().equals(circuit.name()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The subscription of a VNet, a hub or a circuit, empty for the one that is not named. */
    public String subscriptionOf(String element) {
        return subscriptions.entrySet().stream()
                .filter(entry -> entry.getValue().contains(element))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The VPN gateway of a VNet or a hub; empty if it has none, or if there is no such VNet or hub. */
    public Optional<VpnGateway> vpnGateway(String owner) {
        return Optional.ofNullable(virtualNetworks.get(owner))
                .flatMap(VirtualNetwork::vpnGateway)
                .or(() -> Optional.ofNullable(hubs.get(owner)).flatMap(VirtualHub::vpnGateway));
    }

    /** Where the addresses of computers that connect to VPN gateways come from. */
    public Stream<Prefix> clientPools() {
        return Stream.concat(virtualNetworks.keySet().stream(), hubs.keySet().stream())
                .flatMap(owner -> vpnGateway(owner).stream())
                .flatMap(gateway -> gateway.pointToSite().stream())
                .map(PointToSite::addressPool);
    }

    /** The VPN connections that end at the gateway of a VNet or hub, in order; without those that are not made. */
    public ImmutableList<VpnConnection> vpnConnectionsOf(String owner) {
        return vpnConnections.values().stream()
                .filter(connection -> connection.connected() && connection.isOf(owner))
                .collect(ImmutableList.toImmutableList());
    }

    /** The appliances that peer with the Route Server of a VNet, in order. */
    public ImmutableList<Appliance> appliancesAt(VirtualNetwork vnet) {
        return appliances.values().stream()
                .filter(appliance -> appliance.bgp().flatMap(ApplianceBgp::routeServer).stream()
                        .anyMatch(peering -> peering.virtualNetwork().equals(vnet.name())))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * What a router announces on a link: what the link says, otherwise what its site has for this kind of peering.
     *
     * @throws IllegalArgumentException if the link's router stands at no site
     */
    public ImmutableSet<Prefix> announcedOn(PeeringKind kind, PeeringLink link) {
        return link.advertise().orElseGet(() -> usual(kind, link.router()));
    }

    /** What a router announces on a link to the Internet: what the link says, otherwise its site's public prefixes. */
    public ImmutableSet<Prefix> announcedOn(InternetLink link) {
        return link.advertise().orElseGet(() -> siteAt(link.router()).publicPrefixes());
    }

    private ImmutableSet<Prefix> usual(PeeringKind kind, String router) {
        Site site = siteAt(router);
        return switch (kind) {
            case PRIVATE -> site.prefixes();
            case MICROSOFT -> site.publicPrefixes();
        };
    }

    /**
     * Where a part of the model is written: the place of the nearest enclosing part that has one, empty if none has.
     *
     * @param modelPath as {@link ModelPath} makes them
     */
    public String place(String modelPath) {
        for (String path = modelPath; ; path = path.substring(0, path.lastIndexOf('.'))) {
            String place = places.get(path);
            if (place != null || path.indexOf('.') < 0) {
                return Strings.nullToEmpty(place);
            }
        }
    }
}

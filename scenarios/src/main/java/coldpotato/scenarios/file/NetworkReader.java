package coldpotato.scenarios.file;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Consumer;

/** The sections that describe the network. */
final class NetworkReader {
    private static final Key<ImmutableMap<String, Fields>> SITES = section(
            "sites",
            NameKind.SITE,
            SitesReader.SITE,
            "customer locations",
            "{amsterdam: {asn: 65010, routers: [ce1, ce2]}}");
    private static final Key<ImmutableMap<String, Fields>> WAN_LINKS = section(
            "wan-links",
            NameKind.WAN_LINK,
            LinksReader.WAN_LINK,
            "what joins sites with each other, with providers and with other clouds",
            "{coast: {between: [la1, ny1]}}");
    private static final Key<ImmutableMap<String, Fields>> INTERNET_LINKS = section(
            "internet-links",
            NameKind.INTERNET_LINK,
            LinksReader.INTERNET_LINK,
            "the sites' ways to the Internet; without any, the Internet is not part of the network",
            "{isp-ams: {router: ce1}}");
    private static final Key<ImmutableMap<String, Fields>> CIRCUITS = section(
            "circuits",
            NameKind.CIRCUIT,
            CircuitsReader.CIRCUIT,
            "ExpressRoute circuits",
            "{er-ams: {location: Amsterdam}}");
    private static final Key<ImmutableMap<String, Fields>> VNETS = section(
            "vnets",
            NameKind.VIRTUAL_NETWORK,
            VnetReader.VNET,
            "virtual networks",
            "{hub: {region: West Europe, prefixes: [10.20.0.0/16], gateway: {}}}");
    private static final Key<ImmutableMap<String, Fields>> CONNECTIONS = section(
            "connections",
            NameKind.CONNECTION,
            AzureReader.CONNECTION,
            "which gateway is connected to which circuit; made some day before, so that what Azure asks of a new one only, at most 200"
                    + " address spaces, is not asked of these",
            "{hub-ams: {vnet: hub, circuit: er-ams}}");
    private static final Key<ImmutableMap<String, Fields>> HUBS = section(
            "hubs",
            NameKind.HUB,
            HubReader.HUB,
            "hubs of one Virtual WAN, all joined with each other",
            "{hub-we: {region: West Europe, prefix: 10.100.0.0/23, gateway: {}}}");
    private static final Key<ImmutableMap<String, Fields>> HUB_CONNECTIONS = section(
            "hub-connections",
            NameKind.HUB_CONNECTION,
            HubReader.HUB_CONNECTION,
            "which VNet is connected to which hub",
            "{spoke-west: {hub: hub-we, vnet: spoke1}}");
    private static final Key<ImmutableMap<String, Fields>> VPN_CONNECTIONS = section(
            "vpn-connections",
            NameKind.VPN_CONNECTION,
            VpnReader.CONNECTION,
            "connections of VPN gateways with routers or with each other",
            "{backup: {vnet: hub, router: ce1}}");
    private static final Key<ImmutableMap<String, Fields>> ROUTE_FILTERS = section(
            "route-filters",
            NameKind.ROUTE_FILTER,
            AzureReader.ROUTE_FILTER,
            "what Microsoft peering may announce",
            "{west-only: {communities: [12076:51002]}}");
    private static final Key<ImmutableMap<String, Fields>> SERVICES = section(
            "services",
            NameKind.SERVICE,
            AzureReader.SERVICE,
            "public prefixes of Microsoft",
            "{exchange: {prefixes: [13.100.0.0/16], communities: [12076:51006]}}");
    private static final Key<ImmutableMap<String, Fields>> VNET_PEERINGS = section(
            "vnet-peerings",
            NameKind.VNET_PEERING,
            SubnetReader.PEERING,
            "peerings between VNets",
            "{hub-spoke1: {hub: hub, spoke: spoke1, allow-gateway-transit: on, use-remote-gateways: on}}");
    private static final Key<ImmutableMap<String, Fields>> ROUTE_TABLES = section(
            "route-tables",
            NameKind.ROUTE_TABLE,
            SubnetReader.ROUTE_TABLE,
            "user-defined routes for subnets",
            "{to-firewall: {routes: [{prefix: 0.0.0.0/0, next-hop: 10.20.0.4}]}}");
    private static final Key<ImmutableMap<String, Fields>> APPLIANCES = section(
            "appliances",
            NameKind.APPLIANCE,
            SubnetReader.APPLIANCE,
            "network virtual appliances (NVA) and firewalls in VNets",
            "{fw: {vnet: hub, address: 10.20.0.4, stateful: on}}");
    private static final Key<ImmutableMap<String, Fields>> DIRECT_PORTS = section(
            "direct-ports",
            NameKind.DIRECT_PORT,
            PortsReader.DIRECT_PORT,
            "port pairs of ExpressRoute Direct",
            "{dp-ams: {location: Amsterdam, bandwidth: 10Gbps}}");
    private static final Key<ImmutableMap<String, Fields>> IPVPNS = section(
            "ipvpns",
            NameKind.IPVPN,
            NeighboursReader.IPVPN,
            "any-to-any networks of providers; sites, circuits and clouds are joined with their routers",
            "{mpls: {asn: 64520, routers: [pe1, pe2]}}");
    private static final Key<ImmutableMap<String, Fields>> CLOUDS = section(
            "clouds",
            NameKind.CLOUD,
            NeighboursReader.CLOUD,
            "networks of other clouds, joined by WAN links with a provider or with the customer's own routers",
            "{aws: {asn: 64512, prefixes: [172.31.0.0/16], routers: [dx1], maximum-prefix: 100}}");
    private static final Key<ImmutableMap<String, Fields>> GLOBAL_REACH = section(
            "global-reach",
            NameKind.GLOBAL_REACH,
            ReachReader.GLOBAL_REACH,
            "circuits whose sites talk through Microsoft's network",
            "{ams-lon: {between: [er-ams, er-lon], subnet: 192.168.250.0/29}}");
    private static final Key<ImmutableMap<String, ImmutableSet<String>>> SHARED_RISKS = Key.optional(
            "shared-risks",
            Value.named(NameKind.SHARED_RISK, Words.references(NameKind.ELEMENT)),
            "none",
            "names for what fails together: a fibre, a device, a building",
            "{fibre-7: [er-ams.primary, er-lon.secondary]}");
    private static final Key<ImmutableMap<String, ImmutableSet<String>>> SUBSCRIPTIONS = Key.optional(
            "subscriptions",
            Value.free("subscription", Words.references(NameKind.SUBSCRIBED)),
            "everything is in one",
            "which circuits, virtual networks and hubs are in which other subscription",
            "{fabrikam: [spoke, er-lon]}");
    static final ImmutableList<Key<?>> KEYS = ImmutableList.of(
            SITES,
            WAN_LINKS,
            INTERNET_LINKS,
            CIRCUITS,
            VNETS,
            CONNECTIONS,
            HUBS,
            HUB_CONNECTIONS,
            VPN_CONNECTIONS,
            ROUTE_FILTERS,
            SERVICES,
            VNET_PEERINGS,
            ROUTE_TABLES,
            APPLIANCES,
            DIRECT_PORTS,
            IPVPNS,
            CLOUDS,
            GLOBAL_REACH,
            SHARED_RISKS,
            SUBSCRIPTIONS);

    private final Fields fields;

    NetworkReader(Fields fields) {
        this.fields = fields;
    }

    HybridNetwork read(AssumptionValues assumptions, ImmutableMap<String, String> places) {
        ImmutableMap<String, Site> sites = entries(SITES, SitesReader::site);
        HybridNetworkBuilder network =
                HybridNetwork.EMPTY.toBuilder().assumptions(assumptions).places(places);
        sites.values().forEach(network::put);
        put(WAN_LINKS, LinksReader::wanLink, network::put);
        put(INTERNET_LINKS, LinksReader::internetLink, network::put);
        put(CIRCUITS, (name, circuit) -> circuit(name, circuit, sites), network::put);
        put(VNETS, VnetReader::virtualNetwork, network::put);
        put(CONNECTIONS, AzureReader::connection, network::put);
        put(HUBS, HubReader::hub, network::put);
        put(HUB_CONNECTIONS, HubReader::hubConnection, network::put);
        put(VPN_CONNECTIONS, VpnReader::connection, network::put);
        put(ROUTE_FILTERS, AzureReader::routeFilter, network::put);
        put(SERVICES, AzureReader::service, network::put);
        put(VNET_PEERINGS, SubnetReader::peering, network::put);
        put(ROUTE_TABLES, SubnetReader::routeTable, network::put);
        put(APPLIANCES, SubnetReader::appliance, network::put);
        put(DIRECT_PORTS, PortsReader::directPort, network::put);
        put(IPVPNS, NeighboursReader::ipvpn, network::put);
        put(CLOUDS, NeighboursReader::cloud, network::put);
        put(GLOBAL_REACH, ReachReader::globalReach, network::put);
        fields.find(SHARED_RISKS).orElse(ImmutableMap.of()).forEach(network::putSharedRisk);
        fields.find(SUBSCRIPTIONS).orElse(ImmutableMap.of()).forEach(network::putSubscription);
        return network.build();
    }

    private <T> void put(Key<ImmutableMap<String, Fields>> section, Entries<Fields, T> reader, Consumer<T> network) {
        entries(section, reader).values().forEach(network);
    }

    private static Circuit circuit(String name, Fields circuit, ImmutableMap<String, Site> sites) {
        return CircuitsReader.circuit(name, circuit, routers -> publicPrefixes(sites, routers));
    }

    private static ImmutableSet<Prefix> publicPrefixes(ImmutableMap<String, Site> sites, ImmutableSet<String> routers) {
        return sites.values().stream()
                .filter(site -> routers.stream().anyMatch(site.routers()::containsKey))
                .flatMap(site -> site.publicPrefixes().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private <T> ImmutableMap<String, T> entries(Key<ImmutableMap<String, Fields>> section, Entries<Fields, T> reader) {
        return Entries.read(fields.find(section), reader);
    }

    private static Key<ImmutableMap<String, Fields>> section(
            String name, NameKind kind, Shape shape, String meaning, String example) {
        return Key.optional(name, Value.named(kind, shape.value()), "none", meaning, example);
    }
}

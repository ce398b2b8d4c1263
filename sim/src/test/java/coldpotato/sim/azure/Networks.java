package coldpotato.sim.azure;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HubGateway;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.OverlayTunnel;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PrivatePeering;
import coldpotato.core.azure.Provider;
import coldpotato.core.azure.PublicService;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Models to compile in tests. */
final class Networks {
    static final Provider LAYER_2 = new Provider("Contoso", Optional.empty(), false, Durations.millis(2));
    static final Provider LAYER_3 = new Provider("Fabrikam", Optional.of(new Asn(64700)), false, Durations.millis(2));

    private Networks() {}

    /**
     * <pre>
     * amsterdam (ce1, ce2) == er-ams == hub
     * </pre>
     */
    static HybridNetworkBuilder oneCircuit() {
        return HybridNetwork.EMPTY.toBuilder()
                .put(site("amsterdam", "10.10.0.0/16", "ce1", "ce2"))
                .put(circuit("er-ams", "Amsterdam", "192.168.100.128/29", "ce1", "ce2"))
                .put(vnet("hub", "West Europe", "10.20.0.0/16"))
                .put(new Connection("hub-ams", "hub", "er-ams", 0));
    }

    /** As {@link #oneCircuit}, with Microsoft peering, a second way to its services over the Internet, and a WAN. */
    static HybridNetworkBuilder everything() {
        return oneCircuit()
                .put(site("london", "10.11.0.0/16", "lon1"))
                .put(new WanLink("wan", "ce1", "lon1", 50, Durations.millis(5), "", ""))
                .put(withMicrosoftPeering(circuit("er-ams", "Amsterdam", "192.168.100.128/29", "ce1", "ce2")))
                .put(new RouteFilter("storage", ImmutableSet.of(Community.parse("12076:52002"))))
                .put(service("storage-we", "20.60.0.0/16", "12076:51002", "12076:52002"))
                .put(service("storage-us", "20.70.0.0/16", "12076:51004", "12076:52004"))
                .put(new PublicService("cdn", prefixes("20.80.0.0/16"), ImmutableSet.of(), false))
                .put(new InternetLink("isp", "ce1", "", "", Optional.empty(), Durations.millis(3)))
                .putSharedRisk("duct", ImmutableSet.of("er-ams.primary", "wan"));
    }

    /** As {@link #everything}, by a provider on layer 3. */
    static HybridNetworkBuilder everythingOverLayer3() {
        HybridNetwork from = everything().build();
        return from.toBuilder().put(withProvider(from.circuits().get("er-ams"), LAYER_3));
    }

    /**
     * <pre>
     * amsterdam == er-ams == hub
     *                |
     * london    == er-lon
     * </pre>
     */
    static HybridNetworkBuilder globalReach() {
        return oneCircuit()
                .put(site("london", 65020, "10.11.0.0/16", "lon1", "lon2"))
                .put(circuit("er-lon", "London", "192.168.200.0/29", "lon1", "lon2"))
                .put(globalReach("ams-lon", "er-ams", "er-lon", "192.168.250.0/29"));
    }

    static GlobalReach globalReach(String name, String a, String b, String subnet) {
        return new GlobalReach(
                name, a, b, Prefix.parse(subnet), Optional.empty(), ImmutableSet.of(), Durations.millis(5));
    }

    /** Three hubs, of which one has a circuit and two have a VNet. */
    static HybridNetworkBuilder virtualWan() {
        return oneCircuit()
                .put(hub("hub1", "West Europe", "10.100.0.0/23", RoutingPreference.AS_PATH))
                .put(hub("hub2", "North Europe", "10.101.0.0/23", RoutingPreference.EXPRESSROUTE))
                .put(hub("hub3", "UK South", "10.102.0.0/23", RoutingPreference.VPN))
                .put(spoke("spoke1", "10.21.0.0/16"))
                .put(spoke("spoke2", "10.22.0.0/16"))
                .put(new HubConnection("to1", "hub1", "spoke1", false))
                .put(new HubConnection("to2", "hub2", "spoke2", true))
                .put(new Connection("hub1-ams", "hub1", "er-ams", 10));
    }

    static VirtualHub hub(String name, String region, String prefix, RoutingPreference preference) {
        return VirtualHub.builder(name, region, Prefix.parse(prefix))
                .routingPreference(preference)
                .gateway(Optional.of(new HubGateway(1, false)))
                .build();
    }

    private static VirtualNetwork spoke(String name, String prefix) {
        return VirtualNetwork.builder(name, "West Europe")
                .prefixes(prefixes(prefix))
                .build();
    }

    /**
     * As {@link #oneCircuit}, with a VPN gateway beside the other one and as many connections of a router elsewhere as no gateway
     * of its size takes; the first proposes a lower hold time.
     */
    static HybridNetworkBuilder vpn() {
        HybridNetworkBuilder network = oneCircuit().put(site("bremen", 65030, "10.30.0.0/16", "b1"));
        VirtualNetwork hub = network.build().virtualNetworks().get("hub");
        network.put(hub.toBuilder()
                .vpnGateway(Optional.of(VpnGateway.builder("VpnGw1").build()))
                .build());
        for (int i = 1; i <= 31; i++) {
            long hold = i == 1 ? Durations.seconds(30) : Durations.seconds(180);
            network.put(VpnConnection.toRouter(
                    "vpn" + i,
                    "hub",
                    PeeringLink.builder("b1").timers(hold, hold / 3).build(),
                    VpnConnection.Over.BEST_ROUTE));
        }
        return network;
    }

    /**
     * As {@link #oneCircuit}, with tunnels of an active-active VPN gateway to the same site and to another.
     *
     * <pre>
     * amsterdam 10.10/16 (ce1, ce2) == er-ams ==+
     *                     ce1 -------- backup --+- hub 10.20/16
     * bremen    10.30/16 (b1) ------ to-bremen -+
     * </pre>
     */
    static HybridNetwork transit(boolean branchToBranch) {
        VirtualNetwork hub = vnet("hub", "West Europe", "10.20.0.0/16").toBuilder()
                .vpnGateway(Optional.of(VpnGateway.builder("VpnGw1")
                        .asn(new Asn(65515))
                        .activeActive(true)
                        .build()))
                .build();
        return oneCircuit()
                .put(site("bremen", 65030, "10.30.0.0/16", "b1"))
                .put(
                        branchToBranch
                                ? hub.toBuilder()
                                        .routeServer(Optional.of(new RouteServer(true, RoutingPreference.EXPRESSROUTE)))
                                        .build()
                                : hub)
                .put(tunnel("to-bremen", "b1"))
                .put(tunnel("backup", "ce1"))
                .build();
    }

    private static VpnConnection tunnel(String name, String router) {
        return VpnConnection.toRouter(name, "hub", PeeringLink.builder(router).build(), VpnConnection.Over.BEST_ROUTE);
    }

    /** As {@link #oneCircuit}, with a Route Server and an appliance that reaches the site by a tunnel. */
    static HybridNetworkBuilder appliance() {
        return oneCircuit()
                .put(vnet("hub", "West Europe", "10.20.0.0/16").toBuilder()
                        .routeServer(Optional.of(new RouteServer(true, RoutingPreference.EXPRESSROUTE)))
                        .build())
                .put(appliance("nva", "hub", "10.20.9.4", "ce1"));
    }

    /** One that peers with the Route Server of its VNet and has a tunnel to a router. */
    static Appliance appliance(String name, String vnet, String address, String router) {
        return new Appliance(name, vnet, IpAddress.parse(address), false, name)
                .withBgp(new ApplianceBgp(
                        new Asn(65001),
                        Optional.of(new RouteServerPeering(vnet, RouteServerPeering.BOTH)),
                        ImmutableSet.of(),
                        0,
                        ImmutableSet.of(),
                        "",
                        "",
                        ImmutableMap.of("tunnel", new OverlayTunnel("tunnel", router, Durations.millis(10), "", ""))));
    }

    static NetworkPlan compile(HybridNetwork network) {
        return AzureCompiler.compile(network, ImmutableMap.of());
    }

    /** All addresses of a node. */
    static ImmutableSet<IpAddress> addresses(NetworkPlan plan, String node) {
        Stream<IpAddress> attached = plan.nodes().get(node).attached().stream()
                .filter(prefix -> prefix.length() == prefix.family().bits())
                .map(Prefix::address);
        return Stream.concat(
                        Stream.concat(plan.nodes().get(node).loopbacks().stream(), attached),
                        plan.links().values().stream()
                                .flatMap(link -> Stream.of(link.a(), link.b()))
                                .filter(end -> end.node().equals(node))
                                .flatMap(end -> end.addresses().stream())
                                .map(LinkPlan.Address::address))
                .collect(ImmutableSet.toImmutableSet());
    }

    static Site site(String name, String prefix, String... routers) {
        return site(name, 65010, prefix, routers);
    }

    static Site site(String name, long asn, String prefix, String... routers) {
        return new Site(
                name,
                new Asn(asn),
                prefixes(prefix),
                prefixes("203.0.113.0/24"),
                Arrays.stream(routers)
                        .collect(ImmutableMap.toImmutableMap(
                                router -> router, router -> new EdgeRouter(router, 1, Durations.millis(50)))),
                HostsReachRouters.ECMP,
                true,
                ImmutableMap.of());
    }

    static Circuit circuit(String name, String location, String subnet, String primary, String secondary) {
        PrivatePeering peering = PrivatePeering.builder(
                        PeeringLink.builder(primary).build(),
                        PeeringLink.builder(secondary).build())
                .ipv4(Optional.of(LinkSubnets.split(Prefix.parse(subnet))))
                .vlan(200)
                .build();
        return new Circuit(
                name,
                location,
                Circuit.Sku.STANDARD,
                1000,
                LocalDate.of(2024, 1, 1),
                LAYER_2,
                Optional.of(peering),
                Optional.empty());
    }

    static Circuit withMicrosoftPeering(Circuit circuit) {
        return withMicrosoftPeering(circuit, LocalDate.of(2024, 1, 1));
    }

    static Circuit withMicrosoftPeering(Circuit circuit, LocalDate configured) {
        PrivatePeering peering = circuit.privatePeering().orElseThrow();
        return circuit.withPeering(MicrosoftPeering.builder(
                        configured,
                        PeeringLink.builder(peering.primary().router()).build(),
                        PeeringLink.builder(peering.secondary().router()).build())
                .ipv4(Optional.of(LinkSubnets.split(Prefix.parse("198.51.100.0/29"))))
                .vlan(300)
                .advertisedPublicPrefixes(prefixes("203.0.113.0/24"))
                .build());
    }

    /** The circuit with IPv6 on private peering. */
    static Circuit withIpv6(Circuit circuit) {
        PrivatePeering from = circuit.privatePeering().orElseThrow();
        return circuit.withPeering(from.toBuilder()
                .ipv6(Optional.of(LinkSubnets.split(Prefix.parse("2001:db8:0:1::/125"))))
                .build());
    }

    static Circuit withProvider(Circuit circuit, Provider provider) {
        return new Circuit(
                circuit.name(),
                circuit.location(),
                circuit.sku(),
                circuit.bandwidthMbps(),
                circuit.created(),
                provider,
                circuit.privatePeering(),
                circuit.microsoftPeering());
    }

    static VirtualNetwork vnet(String name, String region, String... prefixes) {
        return new VirtualNetwork(
                name, region, prefixes(prefixes), Optional.empty(), Optional.of(new ExpressRouteGateway("ErGw1AZ")));
    }

    static PublicService service(String name, String prefix, String... communities) {
        return new PublicService(
                name,
                prefixes(prefix),
                Arrays.stream(communities).map(Community::parse).collect(ImmutableSet.toImmutableSet()),
                true);
    }

    static ImmutableSet<Prefix> prefixes(String... texts) {
        return Arrays.stream(texts).map(Prefix::parse).collect(ImmutableSet.toImmutableSet());
    }
}

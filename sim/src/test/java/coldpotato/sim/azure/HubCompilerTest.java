package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.Origin;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.DirectCircuit;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HubGateway;
import coldpotato.core.azure.HubRoute;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.HubAssumptions;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.HubOperation;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.azure.operations.PeeringOperation.SetPeeringEnabled;
import coldpotato.core.net.Prefix;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.node.CandidateRoute;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubCompilerTest {
    private static final String SITE = "10.10.0.0/16";

    private final Rehearsal rehearsal = new Rehearsal(Networks.virtualWan().build());

    @Test
    void aHubHearsItsCircuitAndOtherHubsHearTheHub() {
        assertThat(rehearsal.paths("hub1.router", SITE)).isEqualTo("12076 65010");
        assertThat(rehearsal.paths("hub2.router", SITE)).isEqualTo("65520 65520 12076 65010");
    }

    @Test
    void whatOneHubHeardOfAnotherItTellsNoThird() {
        rehearsal.fails("hub1.router~hub3.router");
        assertThat(rehearsal.paths("hub2.router", SITE)).isEqualTo("65520 65520 12076 65010");
        assertThat(rehearsal.paths("hub3.router", SITE)).isEmpty();
    }

    @Test
    void circuitsSeeOwnPrefixesAndLongerPathsForThoseOfOtherHubs() {
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.21.0.0/16")).isEqualTo("65515");
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.22.0.0/16")).isEqualTo("65515 65520 65520");
        assertThat(rehearsal.paths("ce1", "10.22.0.0/16")).isEqualTo("12076");
    }

    @Test
    void eachScaleUnitOfItsGatewayCarriesTwoGigabits() {
        HybridNetwork network = Networks.virtualWan().build();
        int units = network.hubs().get("hub1").gateway().orElseThrow().scaleUnits();
        assertThat(Networks.compile(network)
                        .links()
                        .get("hub1-ams.msee1.gateway1")
                        .capacity())
                .contains(Capacity.ofMegabits("hub1.gateway", units * 2_000L));
    }

    @Test
    void circuitsHearTheRoutesOfOtherHubsWithTheOriginOfAllOthers() {
        assertThat(origin(Networks.virtualWan().build())).isEqualTo(Origin.IGP);
        AssumptionValues off = new AssumptionValues(ImmutableMap.of(HubAssumptions.SAME_ORIGIN.name(), "off"));
        assertThat(origin(Networks.virtualWan().assumptions(off).build())).isEqualTo(Origin.EGP);
    }

    private static Origin origin(HybridNetwork network) {
        return new Rehearsal(network)
                .running()
                .speaker("er-ams.msee1.private")
                .orElseThrow()
                .rib(AfiSafi.IPV4_UNICAST)
                .decision(Prefix.parse("10.22.0.0/16"))
                .best()
                .orElseThrow()
                .attributes()
                .origin();
    }

    @Test
    void spokesReachEachOtherAndTheSiteThroughHubRouters() {
        GroupFlows spokes = rehearsal.flows("10.22.0.4", "10.21.0.4");
        GroupFlows site = rehearsal.flows("10.22.0.4", "10.10.0.4");
        assertThat(rehearsal.delivered(spokes)).isEqualTo(1);
        assertThat(rehearsal.delivered(site)).isEqualTo(1);
        assertThat(rehearsal.share(site, "hub1.router~hub2.router")).isEqualTo(1);
    }

    @Test
    void twoCircuitsOfAHubAreNotJoined() {
        HybridNetwork network = Networks.virtualWan()
                .put(Networks.site("london", "10.11.0.0/16", "lon1"))
                .put(Networks.circuit("er-lon", "London", "192.168.200.0/29", "lon1", "lon1"))
                .put(new Connection("hub1-lon", "hub1", "er-lon", 0))
                .build();
        Rehearsal both = new Rehearsal(network);

        assertThat(both.paths("hub1.router", "10.11.0.0/16")).isEqualTo("12076 65010");
        assertThat(both.paths("er-lon.msee1.private", SITE)).isEmpty();
    }

    @Test
    void aStaticRouteComesBeforeBgpInItsHubOnly() {
        HubRoute route = new HubRoute(Prefix.parse(SITE), "to1", Optional.empty());
        rehearsal.does(new HubOperation.SetRoutes("hub1", ImmutableList.of(route)));

        assertThat(rehearsal.paths("hub1.router", SITE)).isEmpty();
        assertThat(rehearsal.paths("hub2.router", SITE)).isEmpty();
        assertThat(rehearsal.paths("hub1.gateway1", SITE)).isEqualTo("12076 65010");
    }

    @Test
    void routesOfAHubWithAPrivateRoutingPolicyArePreferred() {
        HybridNetworkBuilder network = Networks.virtualWan().put(new Connection("hub3-ams", "hub3", "er-ams", 0));
        VirtualHub hub3 = network.build().hubs().get("hub3");
        assertThat(hubs(network.build(), "hub2.router")).containsExactlyInAnyOrder("hub1", "hub3");
        assertThat(hubs(network.put(secured(hub3)).build(), "hub2.router")).containsExactly("hub3");
    }

    private static VirtualHub secured(VirtualHub hub) {
        return hub.toBuilder().privateRouting(true).build();
    }

    /** The hubs whose routes to the site a router uses. */
    private static List<String> hubs(HybridNetwork network, String router) {
        return new Rehearsal(network)
                        .running()
                        .speaker(router)
                        .orElseThrow()
                        .rib(AfiSafi.IPV4_UNICAST)
                        .decision(Prefix.parse(SITE))
                        .multipath()
                        .stream()
                        .map(path -> path.source().group())
                        .toList();
    }

    @Test
    void branchesHearAndTakeTheWayThatTheRouterOfTheirHubChose() {
        Rehearsal both = new Rehearsal(branches(RoutingPreference.EXPRESSROUTE));
        GroupFlows flows = both.flows("10.30.0.10", "10.10.0.10");
        assertThat(both.paths("hub1.router", SITE)).isEqualTo("12076 65010");
        assertThat(both.paths("b1", SITE)).isEqualTo("65515 12076 65010");
        assertThat(both.share(flows, "er-ams")).isEqualTo(1);
        both.does(new HubOperation.SetRoutingPreference("hub1", RoutingPreference.VPN));
        assertThat(both.paths("hub1.router", SITE)).isEqualTo("65010");
        assertThat(both.paths("b1", SITE)).isEqualTo("65515 65010");
        assertThat(both.share(flows, "backup")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1s,1s", "50ms,5s", "30s,100ms"})
    void nothingTurnsBackWhenAHubChangesToItsTunnels(String router, String vpnGateway) {
        Rehearsal both = new Rehearsal(branches(RoutingPreference.EXPRESSROUTE).toBuilder()
                .assumptions(new AssumptionValues(ImmutableMap.of(
                        HubAssumptions.PROGRAMMING_DELAY.name(), router,
                        VpnAssumptions.PROGRAMMING_DELAY.name(), vpnGateway)))
                .build());
        GroupFlows flows = both.flows("10.30.0.10", "10.10.0.10");
        long before = both.running().nowNanos();
        both.does(new HubOperation.SetRoutingPreference("hub1", RoutingPreference.VPN));
        both.does(new HubOperation.SetRoutingPreference("hub1", RoutingPreference.EXPRESSROUTE));
        assertThat(both.share(flows, "er-ams")).isEqualTo(1);
        assertThat(flows.outages(
                                ImmutableSet.copyOf(FlowDirection.values()),
                                before,
                                both.running().nowNanos())
                        .longestNanos())
                .isZero();
    }

    @Test
    void theRouterHearsOfTunnelsThatItsGatewayDoesNotUse() {
        Rehearsal both = new Rehearsal(branches(RoutingPreference.EXPRESSROUTE));
        assertThat(both.paths("hub1.vpn-gateway1", SITE)).isEqualTo("12076 65010");
        both.does(new SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, false));
        assertThat(both.paths("hub1.router", SITE)).isEqualTo("65010");
        assertThat(both.paths("hub1.vpn-gateway1", SITE)).isEqualTo("65010");
    }

    /** A hub that knows the site by its circuit and by a tunnel, with a branch. */
    private static HybridNetwork branches(RoutingPreference preference) {
        VpnGateway gateway = VpnGateway.builder("VpnGw1").activeActive(true).build();
        return Networks.oneCircuit()
                .put(Networks.hub("hub1", "West Europe", "10.100.0.0/23", preference).toBuilder()
                        .vpnGateway(Optional.of(gateway))
                        .build())
                .put(new Connection("hub1-ams", "hub1", "er-ams", 0))
                .put(Networks.site("bremen", 65030, "10.30.0.0/16", "b1"))
                .put(tunnel("to-bremen", "b1"))
                .put(tunnel("backup", "ce1"))
                .build();
    }

    private static VpnConnection tunnel(String name, String router) {
        return VpnConnection.toRouter(name, "hub1", PeeringLink.builder(router).build(), VpnConnection.Over.BEST_ROUTE);
    }

    @Test
    void whetherWeightCountsBeforeTheAsPathIsAnAssumption() {
        HybridNetworkBuilder network = Networks.virtualWan()
                .put(Networks.circuit("er-dub", "Dublin", "192.168.200.0/29", "ce1", "ce2"))
                .put(new Connection("hub1-dub", "hub1", "er-dub", 0));
        EdgeOperation.SetPrepend longer =
                new EdgeOperation.SetPrepend(new PeeringLeg("er-ams", Leg.PRIMARY, PeeringKind.PRIVATE), 2);
        EdgeOperation.SetPrepend longerToo =
                new EdgeOperation.SetPrepend(new PeeringLeg("er-ams", Leg.SECONDARY, PeeringKind.PRIVATE), 2);
        HybridNetwork weighted = longer.change(longerToo.change(network.build()));
        HybridNetwork lengthFirst = weighted.toBuilder()
                .assumptions(new AssumptionValues(ImmutableMap.of(HubAssumptions.WEIGHT_FIRST.name(), "off")))
                .build();

        assertThat(new Rehearsal(weighted).paths("hub1.router", SITE)).isEqualTo("12076 65010 65010 65010");
        assertThat(new Rehearsal(lengthFirst).paths("hub1.router", SITE)).isEqualTo("12076 65010");
    }

    @Test
    void remoteExpressRouteComesLastOnlyWhereThereAreSeveralOtherHubs() {
        PeeringLink longer = PeeringLink.builder("ce1").prepend(5).build();
        VirtualHub hub1 = Networks.hub("hub1", "West Europe", "10.100.0.0/23", RoutingPreference.AS_PATH);
        HybridNetwork two = Networks.oneCircuit()
                .put(hub1.withVpnGateway(
                        Optional.of(VpnGateway.ofHub(Documented.GATEWAY_ASN, ImmutableList.of(), Optional.empty()))))
                .put(Networks.hub("hub2", "North Europe", "10.101.0.0/23", RoutingPreference.AS_PATH))
                .put(new Connection("hub2-ams", "hub2", "er-ams", 0))
                .put(VpnConnection.toRouter("vpn", "hub1", longer, VpnConnection.Over.BEST_ROUTE))
                .build();
        HybridNetwork three = two.toBuilder()
                .put(Networks.hub("hub3", "UK South", "10.102.0.0/23", RoutingPreference.AS_PATH))
                .build();

        assertThat(new Rehearsal(two).paths("hub1.router", SITE)).isEqualTo("65520 65520 12076 65010");
        assertThat(new Rehearsal(three).paths("hub1.router", SITE)).isEqualTo("65010 65010 65010 65010 65010 65010");
    }

    @Test
    void aCircuitOfDirectGoesPastALargeGateway() {
        HybridNetwork small = Networks.virtualWan()
                .put(Networks.circuit("er-ams", "Amsterdam", "192.168.100.128/29", "ce1", "ce2").toBuilder()
                        .direct(Optional.of(new DirectCircuit("port", OptionalInt.empty(), false)))
                        .build())
                .build();
        HybridNetwork large =
                small.toBuilder().put(sized(small.hubs().get("hub1"), 5)).build();

        assertThat(toSpoke(small)).isZero();
        assertThat(toSpoke(large)).isEqualTo(1);
    }

    private static VirtualHub sized(VirtualHub hub, int scaleUnits) {
        return hub.toBuilder()
                .gateway(Optional.of(new HubGateway(scaleUnits, false)))
                .build();
    }

    /** The part of the flows from the site to a spoke that goes past the gateway. */
    private static double toSpoke(HybridNetwork network) {
        Rehearsal rehearsal = new Rehearsal(network);
        GroupFlows flows = rehearsal.flows("10.10.0.4", "10.21.0.4");
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        return rehearsal.running().names().links("hub1-ams").stream()
                .filter(link -> link.endsWith("fastpath"))
                .mapToDouble(link -> rehearsal.share(flows, link))
                .sum();
    }

    @Test
    void vnetsComeAndGo() {
        rehearsal.does(new HubOperation.DisconnectVirtualNetwork("to2"));
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.22.0.0/16")).isEmpty();
        rehearsal.does(new HubOperation.ConnectVirtualNetwork(new HubConnection("to2", "hub1", "spoke2", false)));
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.22.0.0/16")).isEqualTo("65515");
        assertThat(rehearsal.delivered(rehearsal.flows("10.22.0.4", "10.10.0.4")))
                .isEqualTo(1);
    }

    @Test
    void aVnetHasTheDefaultRouteOnlyWhereItsConnectionPropagatesIt() {
        for (VirtualHub.Sku sku : VirtualHub.Sku.values()) {
            Rehearsal of = new Rehearsal(withDefaultRouteOfASite(sku));
            assertThat(defaultRoutes(of)).as(sku.name()).isEmpty();
            of.does(new HubOperation.SetDefaultRoute("to1", true));
            assertThat(defaultRoutes(of)).as(sku.name()).isNotEmpty();
        }
    }

    /** A hub that hears the default route from a site by VPN, and has a VNet. */
    private static HybridNetwork withDefaultRouteOfASite(VirtualHub.Sku sku) {
        VpnGateway gateway = VpnGateway.builder("VpnGw1").activeActive(true).build();
        PeeringLink router = PeeringLink.builder("ce1")
                .advertise(Optional.of(Networks.prefixes("0.0.0.0/0")))
                .build();
        return Networks.oneCircuit()
                .put(VirtualHub.builder("hub1", "West Europe", Prefix.parse("10.100.0.0/23"))
                        .sku(sku)
                        .vpnGateway(Optional.of(gateway))
                        .build())
                .put(VirtualNetwork.builder("spoke", "West Europe")
                        .prefixes(Networks.prefixes("10.21.0.0/16"))
                        .build())
                .put(new HubConnection("to1", "hub1", "spoke", false))
                .put(VpnConnection.toRouter("vpn", "hub1", router, VpnConnection.Over.BEST_ROUTE))
                .build();
    }

    private static List<CandidateRoute> defaultRoutes(Rehearsal rehearsal) {
        return rehearsal.running().router("spoke.hosts").table().candidates(Prefix.parse("0.0.0.0/0"));
    }

    @Test
    void aHubWithoutACircuitGetsOneWhileItRuns() {
        rehearsal.does(new ConnectionOperation.Connect("hub2-ams", "hub2", "er-ams", 0));
        assertThat(rehearsal.paths("hub2.router", SITE)).isEqualTo("12076 65010");
    }
}

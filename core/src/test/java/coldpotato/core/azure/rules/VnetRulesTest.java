package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.UserDefinedRoute.NextHopType;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.azure.VnetPeers;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.VnetOperation;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VnetRulesTest {
    private static final Prefix ON_PREMISES = Prefix.parse("10.10.0.0/16");

    @Test
    void hasNothingAgainstARouteToAnApplianceOfAPeer() {
        assertThat(Validity.check(spoke(true, true)
                        .put(table(UserDefinedRoute.via(ON_PREMISES, IpAddress.parse("10.21.0.4"))))
                        .build()))
                .isEmpty();
    }

    @Test
    void takesANextHopThatNoMachineReachesAndAdvisesAgainstIt() {
        HybridNetwork network = with(UserDefinedRoute.via(ON_PREMISES, IpAddress.parse("10.10.0.4")));
        assertThat(Validity.check(network)).isEmpty();
        assertThat(Advice.on(network)).extracting(Advice::text).singleElement().satisfies(text -> assertThat(text)
                .contains("next hop 10.10.0.4"));
    }

    @Test
    void aPeeringMayGoThoughARouteNeedsIt() {
        HybridNetwork apart = with(UserDefinedRoute.via(ON_PREMISES, IpAddress.parse("10.21.0.4")));
        HybridNetwork peered = apart.toBuilder()
                .put(VirtualNetwork.builder("spoke", "West Europe")
                        .prefixes(Models.prefixes("10.21.0.0/16"))
                        .build())
                .put(new VirtualNetworkPeering("hub-spoke", "hub", "spoke", false, false))
                .build();
        assertThat(Advice.on(peered)).isEmpty();
        assertThat(new VnetOperation.Unpeer("hub-spoke").apply(peered).isRefused())
                .isFalse();
    }

    @Test
    void refusesAnExpressRouteGatewayAsNextHop() {
        assertRefused(with(UserDefinedRoute.to(ON_PREMISES, NextHopType.VIRTUAL_NETWORK_GATEWAY)), "VPN gateway");
    }

    @Test
    void refusesADefaultRouteOnTheGatewaySubnet() {
        assertRefused(with(UserDefinedRoute.to(Prefix.DEFAULT_IPV4, NextHopType.INTERNET)), "default route");
    }

    @Test
    void refusesARouteThatDivertsTheGatewaySubnet() {
        assertRefused(
                with(UserDefinedRoute.to(Prefix.parse("10.20.0.0/16"), NextHopType.NONE)),
                "diverts the gateway subnet's own range");
    }

    @Test
    void refusesTheRouteAfterTheFourHundredth() {
        ImmutableMap.Builder<Prefix, UserDefinedRoute> routes = ImmutableMap.builder();
        IntStream.range(0, 401)
                .mapToObj(i -> Prefix.parse("11.0.0.0/8").subnet(24, i))
                .forEach(prefix -> routes.put(prefix, UserDefinedRoute.to(prefix, NextHopType.NONE)));
        assertRefused(
                Models.usual().toBuilder()
                        .put(new SubnetRouteTable("many", routes.buildOrThrow(), true))
                        .build(),
                "401 routes");
    }

    @Test
    void refusesRemoteGatewaysForASpokeWithItsOwn() {
        HybridNetwork network = spoke(true, true)
                .put(Models.vnet("spoke", "West Europe", "ErGw1AZ", "10.21.0.0/16"))
                .build();
        assertRefused(network, "has a gateway of its own");
    }

    @Test
    void refusesPeersThatOverlap() {
        HybridNetwork network = spoke(false, false)
                .put(VirtualNetwork.builder("spoke", "West Europe")
                        .prefixes(Models.prefixes("10.20.128.0/17"))
                        .build())
                .build();
        assertRefused(network, "overlaps");
    }

    @Test
    void refusesASecondPeerOfTheSameAddresses() {
        HybridNetwork network = spoke(false, false)
                .put(VirtualNetwork.builder("twin", "West Europe")
                        .prefixes(Models.prefixes("10.21.128.0/17"))
                        .build())
                .put(new VirtualNetworkPeering("twin-hub", "hub", "twin", false, false))
                .build();
        assertRefused(network, "overlaps 10.21.0.0/16 of spoke, which is peered with hub already");
    }

    @Test
    void refusesAddressSpacesOfOneVnetThatOverlap() {
        assertThat(new AnnouncementOperation.Announce("hub", Models.prefixes("10.20.5.0/24"))
                        .apply(Models.usual())
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly("address space 10.20.5.0/24 of hub lies in 10.20.0.0/16");
    }

    @Test
    void transitTakesBothSides() {
        assertThat(announced(spoke(true, false).build())).containsExactly("10.20.0.0/16");
        assertThat(announced(spoke(false, true).build())).containsExactly("10.20.0.0/16");
        assertThat(announced(spoke(true, true).build())).containsExactly("10.20.0.0/16", "10.21.0.0/16");
    }

    @Test
    void aSummaryTakesThePlaceOfWhatItCovers() {
        HybridNetwork network = new VnetOperation.SetSummaries("hub", Models.prefixes("10.20.0.0/15"))
                .change(spoke(true, true).build());
        assertThat(announced(network)).containsExactly("10.20.0.0/15");
    }

    @Test
    void aNewConnectionCountsTheSpacesOfSpokesToo() {
        HybridNetwork network = spoke(true, true)
                .put(VirtualNetwork.builder("spoke", "West Europe")
                        .prefixes(Models.many(200))
                        .build())
                .removeConnection("hub-er")
                .build();
        assertThat(new ConnectionOperation.Connect("again", "hub", "er", 0).refusals(network))
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .startsWith("hub announces 201 address spaces");
    }

    @Test
    void aRouteIsPutInPlaceOfThatForTheSamePrefix() {
        HybridNetwork network = with(UserDefinedRoute.via(ON_PREMISES, IpAddress.parse("10.20.0.4")));
        UserDefinedRoute other = UserDefinedRoute.to(ON_PREMISES, NextHopType.NONE);
        HybridNetwork after = new VnetOperation.PutRoute("table", other).change(network);
        assertThat(after.routeTables().get("table").routes().values()).containsExactly(other);
    }

    @Test
    void refusesNamesOfSubnetsThatOtherMachinesHave() {
        for (String name : List.of("hosts", "clients", "fastpath", "gateway1", "vpn-gateway2", "route-server1")) {
            assertThat(Consistency.check(named(name)).toString()).contains(name + " cannot be the name of a subnet");
        }
        assertThat(Consistency.check(named("gateway-apps"))).isEmpty();
    }

    private static HybridNetwork named(String subnet) {
        ImmutableSet<Prefix> prefixes = Models.prefixes("10.20.1.0/24");
        return Models.usual().toBuilder()
                .put(Models.usual().virtualNetworks().get("hub").toBuilder()
                        .subnets(ImmutableMap.of(
                                subnet, new Subnet(subnet, prefixes, Optional.empty(), ImmutableSet.of())))
                        .build())
                .build();
    }

    private static HybridNetworkBuilder spoke(boolean allow, boolean use) {
        return Models.usual().toBuilder()
                .put(VirtualNetwork.builder("spoke", "West Europe")
                        .prefixes(Models.prefixes("10.21.0.0/16"))
                        .build())
                .put(new VirtualNetworkPeering("hub-spoke", "hub", "spoke", allow, use));
    }

    @ParameterizedTest
    @CsvSource({"10.20.255.0/27, 16, 1", "10.20.255.0/26, 16, 0", "10.20.255.0/27, 15, 0"})
    void asksForALargerGatewaySubnetFromSixteenCircuitsOn(String gatewaySubnet, int circuits, int refusals) {
        VirtualNetwork hub = Models.usual().virtualNetworks().get("hub");
        Subnet subnet =
                new Subnet(Subnet.GATEWAY_SUBNET, Models.prefixes(gatewaySubnet), Optional.empty(), ImmutableSet.of());
        HybridNetworkBuilder network = Models.usual().toBuilder()
                .put(hub.toBuilder()
                        .subnets(ImmutableMap.of(subnet.name(), subnet))
                        .build());
        IntStream.range(1, circuits).forEach(i -> network.put(Models.circuit("er" + i, Sku.PREMIUM))
                .put(new Connection("c" + i, "hub", "er" + i, 0)));
        assertThat(Validity.check(network.build()))
                .extracting(Refusal::reason)
                .filteredOn(reason -> reason.contains("smaller than the /26"))
                .hasSize(refusals);
    }

    /** The usual network with a gateway subnet that has a table of one route. */
    private static HybridNetwork with(UserDefinedRoute route) {
        Subnet subnet = new Subnet(
                Subnet.GATEWAY_SUBNET, Models.prefixes("10.20.255.0/24"), Optional.of("table"), ImmutableSet.of());
        HybridNetwork usual = Models.usual();
        return usual.toBuilder()
                .put(table(route))
                .put(usual.virtualNetworks().get("hub").toBuilder()
                        .subnets(ImmutableMap.of(subnet.name(), subnet))
                        .build())
                .build();
    }

    private static SubnetRouteTable table(UserDefinedRoute route) {
        return new SubnetRouteTable("table", ImmutableMap.of(route.prefix(), route), true);
    }

    private static Iterable<String> announced(HybridNetwork network) {
        return new VnetPeers(network)
                .prefixesAnnouncedBy(network.virtualNetworks().get("hub")).stream()
                        .map(Prefix::toString)
                        .toList();
    }

    private static void assertRefused(HybridNetwork network, String reason) {
        assertThat(Validity.check(network)).extracting(Refusal::reason).anyMatch(text -> text.contains(reason));
    }
}

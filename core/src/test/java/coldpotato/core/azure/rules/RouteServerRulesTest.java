package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.operations.RouteServerOperation;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteServerRulesTest {
    private static final VirtualNetwork HUB = VirtualNetwork.builder("hub", "West Europe")
            .prefixes(ImmutableSet.of(Prefix.parse("10.20.0.0/16")))
            .routeServer(Optional.of(RouteServer.usual()))
            .build();

    @Test
    void takesAnApplianceOfAUsualAs() {
        assertThat(refusals(HUB, appliance(1, 65001))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {65515, 65520, 12076, 8075, 64500, 65535, 23456})
    void refusesReservedAsNumbers(long asn) {
        assertThat(refusals(HUB, appliance(1, asn))).singleElement().asString().contains("reserved");
    }

    @Test
    void refusesAsNumbersOf32Bits() {
        assertThat(refusals(HUB, appliance(1, 4_200_000_000L)))
                .singleElement()
                .asString()
                .contains("32 bits");
    }

    @Test
    void refusesTheNinthAppliance() {
        Appliance[] eight = Stream.iterate(1, i -> i + 1)
                .limit(8)
                .map(i -> appliance(i, 65001))
                .toArray(Appliance[]::new);
        assertThat(refusals(HUB, eight)).isEmpty();
        Appliance[] nine = Stream.iterate(1, i -> i + 1)
                .limit(9)
                .map(i -> appliance(i, 65001))
                .toArray(Appliance[]::new);
        assertThat(refusals(HUB, nine)).singleElement().asString().contains("takes 8");
    }

    @Test
    void refusesAnApplianceOfAVnetThatIsNotPeered() {
        VirtualNetwork spoke = VirtualNetwork.builder("spoke", "West Europe")
                .prefixes(ImmutableSet.of(Prefix.parse("10.21.0.0/16")))
                .build();
        HybridNetworkBuilder network = network(HUB).put(spoke).put(at("spoke", "10.21.0.4"));
        assertThat(Validity.check(network.build()))
                .singleElement()
                .asString()
                .contains("neither the VNet of the Route Server nor peered");
        network.put(new VirtualNetworkPeering("p", "hub", "spoke", true, true));
        assertThat(Validity.check(network.build())).isEmpty();
    }

    @Test
    void branchToBranchTakesAnActiveActiveVpnGatewayOfAzuresAs() {
        VirtualNetwork exchanging = HUB.toBuilder()
                .routeServer(Optional.of(RouteServer.usual().withBranchToBranch(true)))
                .build();
        assertThat(refusals(withVpn(exchanging, new Asn(65515), true))).isEmpty();
        assertThat(refusals(withVpn(exchanging, new Asn(65515), false)))
                .singleElement()
                .asString()
                .contains("active-active");
        assertThat(refusals(withVpn(exchanging, new Asn(65010), true)))
                .singleElement()
                .asString()
                .contains("not of AS 65010");
    }

    @Test
    void tellsEachMistakeOnceWhereAnExpressRouteGatewayStandsBesideToo() {
        VirtualNetwork exchanging = HUB.toBuilder()
                .routeServer(Optional.of(RouteServer.usual().withBranchToBranch(true)))
                .gateway(Optional.of(new ExpressRouteGateway("ErGw1AZ")))
                .build();
        assertThat(refusals(withVpn(exchanging, new Asn(65010), false))).hasSize(2);
    }

    private static VirtualNetwork withVpn(VirtualNetwork vnet, Asn asn, boolean activeActive) {
        VpnGateway gateway =
                VpnGateway.builder("VpnGw1").asn(asn).activeActive(activeActive).build();
        return vnet.toBuilder().vpnGateway(Optional.of(gateway)).build();
    }

    @Test
    void refusesARouteTableOnItsSubnet() {
        Subnet subnet = new Subnet(Subnet.ROUTE_SERVER_SUBNET, ImmutableSet.of(Prefix.parse("10.20.255.0/27")))
                .withRouteTable(Optional.of("out"));
        VirtualNetwork vnet =
                HUB.toBuilder().subnets(ImmutableMap.of(subnet.name(), subnet)).build();
        assertThat(Validity.check(network(vnet)
                        .put(new SubnetRouteTable("out", ImmutableMap.of(), true))
                        .build()))
                .singleElement()
                .asString()
                .contains("takes no route table");
    }

    @Test
    void aDeploymentComesToAnEndAndSoDoesADeletion() {
        HybridNetwork bare =
                network(HUB.toBuilder().routeServer(Optional.empty()).build()).build();
        HybridNetwork deploying = new RouteServerOperation.Deploy("hub", RouteServer.usual()).change(bare);
        assertThat(server(deploying).isRunning()).isFalse();
        HybridNetwork running = new RouteServerOperation.Run("hub").change(deploying);
        assertThat(server(running)).isEqualTo(RouteServer.usual());
        HybridNetwork deleting = new RouteServerOperation.Delete("hub").change(running);
        assertThat(server(deleting).isRunning()).isFalse();
        assertThat(new RouteServerOperation.Remove("hub").change(deleting)).isEqualTo(bare);
    }

    private static RouteServer server(HybridNetwork network) {
        return network.virtualNetworks().get("hub").routeServer().orElseThrow();
    }

    private static Iterable<Refusal> refusals(VirtualNetwork vnet, Appliance... appliances) {
        HybridNetworkBuilder network = network(vnet);
        for (Appliance appliance : appliances) {
            network.put(appliance);
        }
        return Validity.check(network.build());
    }

    private static HybridNetworkBuilder network(VirtualNetwork vnet) {
        return HybridNetwork.EMPTY.toBuilder().put(vnet);
    }

    private static Appliance appliance(int number, long asn) {
        return new Appliance("nva" + number, "hub", IpAddress.parse("10.20.9." + number), false, "nva" + number)
                .withBgp(bgp(asn));
    }

    private static Appliance at(String vnet, String address) {
        return new Appliance("nva", vnet, IpAddress.parse(address), false, "nva").withBgp(bgp(65001));
    }

    private static ApplianceBgp bgp(long asn) {
        return new ApplianceBgp(
                new Asn(asn),
                Optional.of(new RouteServerPeering("hub", RouteServerPeering.BOTH)),
                ImmutableSet.of(),
                0,
                ImmutableSet.of(),
                "",
                "",
                ImmutableMap.of());
    }
}

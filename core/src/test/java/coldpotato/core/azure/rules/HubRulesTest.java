package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HubGateway;
import coldpotato.core.azure.HubRoute;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.operations.HubOperation;
import coldpotato.core.azure.operations.OperationResult;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubRulesTest {
    private static final VirtualHub HUB = hub("hub-we", "West Europe", "10.100.0.0/23", 2);

    /** A hub with a VNet and a circuit, beside the usual network. */
    private static HybridNetworkBuilder usual() {
        return Models.usual().toBuilder()
                .put(HUB)
                .put(spoke("spoke", "10.21.0.0/16"))
                .put(new HubConnection("to-spoke", "hub-we", "spoke", false))
                .put(new Connection("hub-we-er", "hub-we", "er", 0));
    }

    private static VirtualHub hub(String name, String region, String prefix, int scaleUnits) {
        return VirtualHub.builder(name, region, Prefix.parse(prefix))
                .gateway(Optional.of(new HubGateway(scaleUnits, false)))
                .build();
    }

    private static VirtualNetwork spoke(String name, String... prefixes) {
        return VirtualNetwork.builder(name, "West Europe")
                .prefixes(Models.prefixes(prefixes))
                .build();
    }

    @Test
    void hasNothingAgainstAnOrdinaryHub() {
        assertThat(Validity.check(usual().build())).isEmpty();
        assertThat(Consistency.check(usual().build())).isEmpty();
    }

    @Test
    void refusesMoreThanTenScaleUnits() {
        assertRefused(usual().put(hub("hub-we", "West Europe", "10.100.0.0/23", 11)), "scale units");
    }

    @Test
    void refusesExpressRouteInABasicVirtualWan() {
        VirtualHub basic = HUB.toBuilder().sku(VirtualHub.Sku.BASIC).build();

        assertRefused(usual().put(basic), "site-to-site VPN only");
    }

    @Test
    void refusesAVnetWithAGatewayOfItsOwn() {
        assertRefused(usual().put(new HubConnection("to-hub", "hub-we", "hub", false)), "gateway of its own");
    }

    @Test
    void refusesAnotherAsForAGateway() {
        VpnGateway gateway = VpnGateway.ofHub(new Asn(65010), ImmutableList.of(), Optional.empty());

        assertRefused(usual().put(HUB.withVpnGateway(Optional.of(gateway))), "is 65515 and stays so");
    }

    @Test
    void refusesFastPathWithoutDirect() {
        assertRefused(
                usual().put(new Connection("hub-we-er", "hub-we", "er", 0).withFastPath(true)),
                "FastPath in a hub needs");
    }

    @Test
    void refusesIpv6() {
        assertRefused(usual().put(spoke("spoke", "10.21.0.0/16", "2001:db8:21::/48")), "IPv6");
    }

    @Test
    void refusesAVnetOnTwoHubs() {
        assertRefused(
                usual().put(hub("hub-uk", "UK South", "10.101.0.0/23", 1))
                        .put(new HubConnection("again", "hub-uk", "spoke", false)),
                "already");
    }

    @Test
    void refusesALocalCircuitOutsideTheRegionOfTheHub() {
        assertRefused(
                usual().put(Models.circuit("er", Sku.LOCAL)).put(hub("hub-we", "North Europe", "10.100.0.0/23", 1)),
                "does not reach a hub in North Europe");
    }

    @Test
    void refusesAFifthCircuitOfOneLocation() {
        HybridNetworkBuilder network = usual();
        IntStream.range(0, 4).forEach(i -> network.put(Models.circuit("er" + i, Sku.STANDARD))
                .put(new Connection("c" + i, "hub-we", "er" + i, 0)));

        assertRefused(network, "5 circuits at Amsterdam");
    }

    @Test
    void refusesMoreRoutesThanAHubTakes() {
        assertRefused(usual().put(Models.site(65010, Models.many(10_000))), "10001 routes");
    }

    @Test
    void countsTheRoutesOfBranchesToo() {
        PeeringLink link = PeeringLink.builder("ce1").build();
        HybridNetworkBuilder network = HybridNetwork.EMPTY.toBuilder()
                .put(HUB)
                .put(Models.site(65010, Models.many(10_001)))
                .put(VpnConnection.toRouter("vpn", HUB.name(), link, VpnConnection.Over.BEST_ROUTE));

        assertRefused(network, "10001 routes");
    }

    @Test
    void refusesAStaticRouteOverAnotherHub() {
        HubRoute route = new HubRoute(Prefix.parse("10.60.0.0/16"), "to-uk", Optional.empty());

        assertRefused(
                usual().put(HUB.withRoutes(ImmutableList.of(route)))
                        .put(hub("hub-uk", "UK South", "10.101.0.0/23", 1))
                        .put(spoke("uk", "10.22.0.0/16"))
                        .put(new HubConnection("to-uk", "hub-uk", "uk", false)),
                "no connection of hub-we");
    }

    @Test
    void anOperationChangesTheRoutingPreference() {
        OperationResult result =
                new HubOperation.SetRoutingPreference("hub-we", RoutingPreference.VPN).apply(usual().build());

        assertThat(result.network().hubs().get("hub-we").routingPreference()).isEqualTo(RoutingPreference.VPN);
    }

    @Test
    void anOperationTakesAVnetFromOneHubToAnother() {
        HybridNetwork network =
                usual().put(hub("hub-uk", "UK South", "10.101.0.0/23", 1)).build();
        HybridNetwork between = new HubOperation.DisconnectVirtualNetwork("to-spoke")
                .apply(network)
                .network();

        OperationResult moved = new HubOperation.ConnectVirtualNetwork(
                        new HubConnection("to-uk", "hub-uk", "spoke", false))
                .apply(between);

        assertThat(moved.refusals()).isEmpty();
        assertThat(moved.network().hubConnections()).containsOnlyKeys("to-uk");
    }

    private static void assertRefused(HybridNetworkBuilder network, String reason) {
        assertThat(Validity.check(network.build()))
                .anyMatch(refusal -> refusal.reason().contains(reason));
    }
}

package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnConnection.Over;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.operations.CircuitOperation;
import coldpotato.core.azure.operations.PeeringOperation.AttachRouteFilter;
import coldpotato.core.azure.operations.PeeringOperation.SetPeeringEnabled;
import coldpotato.core.azure.operations.VpnOperation;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.node.FibEntry;
import coldpotato.sim.node.RouteAction;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * <pre>
 * amsterdam 10.10/16 (ce1, ce2) == er-ams ==+
 * bremen    10.30/16 (b1) ------ to-bremen -+- hub 10.20/16
 * </pre>
 */
class VpnGatewayTest {
    private static final String HUB = "10.20.0.4";
    private static final String AMSTERDAM = "10.10.0.10";
    private static final String BREMEN = "10.30.0.10";
    private static final VpnGateway USUAL = VpnGateway.builder("VpnGw1").build();

    @Test
    void aCircuitThatTheProviderTakesBackIsNoWayOfItsGatewayEither() {
        Rehearsal rehearsal = new Rehearsal(beside(USUAL).build());
        assertThat(rehearsal.isUp("hub-ams.msee1.gateway1.ipv4")).isTrue();
        rehearsal.does(new CircuitOperation.SetProvisioning("er-ams", CircuitTerms.Provisioning.NOT_PROVISIONED));
        assertThat(rehearsal.isUp("hub-ams.msee1.gateway1.ipv4")).isFalse();
        rehearsal.does(new CircuitOperation.SetProvisioning("er-ams", CircuitTerms.Provisioning.PROVISIONED));
        assertThat(rehearsal.isUp("hub-ams.msee1.gateway1.ipv4")).isTrue();
    }

    @Test
    void takesOverWhenThePrivatePeeringGoesAndGivesWayWhenItReturns() {
        Rehearsal rehearsal = new Rehearsal(
                beside(USUAL).put(connection("backup", "ce1", Over.BEST_ROUTE)).build());
        GroupFlows app = rehearsal.flows(HUB, AMSTERDAM);
        assertThat(rehearsal.share(app, "er-ams")).isEqualTo(1);
        rehearsal.does(new SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, false));
        assertThat(rehearsal.share(app, "backup")).isEqualTo(1);
        rehearsal.does(new SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, true));
        assertThat(rehearsal.share(app, "er-ams")).isEqualTo(1);
    }

    @Test
    void knowsWhatExpressRouteBringsAndTellsNobody() {
        Rehearsal rehearsal = new Rehearsal(beside(USUAL).build());
        assertThat(rehearsal.paths("hub.vpn-gateway1", "10.10.0.0/16")).isEqualTo("12076 65010");
        assertThat(rehearsal.paths("hub.gateway1", "10.30.0.0/16")).isEmpty();
        assertThat(rehearsal.paths("b1", "10.10.0.0/16")).isEmpty();
        assertThat(rehearsal.paths("ce1", "10.30.0.0/16")).isEmpty();
    }

    @Test
    void sendsBranchesByExpressRouteWhereTheSamePrefixComesThroughATunnel() {
        Rehearsal rehearsal = new Rehearsal(Networks.transit(true));
        assertThat(rehearsal.paths("b1", "10.10.0.0/16")).isEqualTo("65515 12076 65010");
        assertThat(rehearsal.paths("hub.vpn-gateway1", "10.10.0.0/16")).isEqualTo("12076 65010");
        GroupFlows between = rehearsal.flows(BREMEN, AMSTERDAM);
        assertThat(rehearsal.share(between, "er-ams")).isEqualTo(1);
        assertThat(rehearsal.share(between, "backup")).isZero();
        rehearsal.does(new SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, false));
        assertThat(rehearsal.share(between, "backup")).isEqualTo(1);
    }

    @Test
    void forwardsByTheWeightThatItsTableShowsEvenIfNoBranchFollows() {
        Rehearsal rehearsal = new Rehearsal(Networks.transit(false));
        assertThat(rehearsal.paths("hub.vpn-gateway1", "10.10.0.0/16")).isEqualTo("12076 65010");
        rehearsal.does(new SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, false));
        assertThat(rehearsal.paths("hub.vpn-gateway1", "10.10.0.0/16")).isEqualTo("65010");
    }

    @Test
    void speaksIbgpWithTheOtherGatewayWhateverItsAs() {
        Rehearsal rehearsal = new Rehearsal(
                beside(VpnGateway.builder("VpnGw1").asn(new Asn(65099)).build()).build());
        assertThat(rehearsal.paths("b1", "10.20.0.0/16")).isEqualTo("65099");
        assertThat(rehearsal.paths("hub.vpn-gateway1", "10.10.0.0/16")).isEqualTo("12076 65010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.20.0.0/16", "10.20.7.0/24"})
    void refusesWhatIsIdenticalToARangeOrInsideIt(String prefix) {
        Rehearsal rehearsal = new Rehearsal(announcing(prefix));
        assertThat(rehearsal.paths("hub.vpn-gateway1", prefix)).doesNotContain("65030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "0.0.0.0/0"})
    void takesAWiderPrefixButTellsNobodyOfIt(String prefix) {
        Rehearsal rehearsal = new Rehearsal(announcing(prefix));
        assertThat(rehearsal.paths("hub.vpn-gateway1", prefix)).isEqualTo("65030");
        assertThat(rehearsal.paths("c1", prefix)).isEmpty();
        assertThat(rehearsal.paths("c1", "10.20.0.0/16")).isEqualTo("65515");
    }

    @Test
    void leadsFromOneOfItsNeighboursToAnother() {
        Rehearsal rehearsal = new Rehearsal(announcing("10.30.0.0/16"));
        assertThat(rehearsal.paths("c1", "10.30.0.0/16")).isEqualTo("65515 65030");
    }

    @ParameterizedTest
    @ValueSource(ints = {4000, 4001})
    void endsASessionThatBringsTooMuch(int prefixes) {
        ImmutableSet.Builder<Prefix> many = ImmutableSet.builder();
        for (int i = 0; i < prefixes; i++) {
            many.add(Prefix.parse("172.16.0.0/12").subnet(28, i));
        }
        Rehearsal rehearsal = new Rehearsal(HybridNetwork.EMPTY.toBuilder()
                .put(Networks.site("bremen", 65030, "10.30.0.0/16", "b1"))
                .put(alone("hub", "10.20.0.0/16", USUAL))
                .put(connection(
                        "to-bremen",
                        PeeringLink.builder("b1")
                                .advertise(Optional.of(many.build()))
                                .build(),
                        Over.BEST_ROUTE))
                .build());
        assertThat(rehearsal.isUp("to-bremen.vpn-gateway1.ipv4")).isEqualTo(prefixes == 4000);
    }

    @Test
    void hasATunnelToEachActiveInstance() {
        Rehearsal rehearsal = new Rehearsal(beside(USUAL).build());
        GroupFlows app = rehearsal.flows(HUB, BREMEN);
        assertThat(rehearsal.share(app, "to-bremen.vpn-gateway1")).isEqualTo(1);
        rehearsal.does(new VpnOperation.SetActiveActive("hub", true));
        assertThat(rehearsal.share(app, "to-bremen.vpn-gateway1")).isBetween(0.4, 0.6);
        assertThat(rehearsal.share(app, "to-bremen")).isEqualTo(1);
        rehearsal.fails("to-bremen.vpn-gateway1");
        assertThat(rehearsal.share(app, "to-bremen.vpn-gateway2")).isEqualTo(1);
    }

    @Test
    void routesToAConnectionWithoutBgpByWhatTheLocalNetworkGatewaySays() {
        Rehearsal rehearsal = new Rehearsal(beside(USUAL)
                .put(VpnConnection.builder("to-bremen", "hub")
                        .customer(Optional.of(PeeringLink.builder("b1").build()))
                        .bgp(false)
                        .prefixes(Networks.prefixes("10.30.0.0/16"))
                        .build())
                .build());
        assertThat(rehearsal.delivered(rehearsal.flows(HUB, BREMEN))).isEqualTo(1);
        assertThat(rehearsal.running().plan().sessions()).doesNotContainKey("to-bremen.vpn-gateway1.ipv4");
    }

    @Test
    void joinsTwoVirtualNetworksOfDifferentAs() {
        VpnGateway other = VpnGateway.builder("VpnGw1").asn(new Asn(65516)).build();
        Rehearsal rehearsal = new Rehearsal(HybridNetwork.EMPTY.toBuilder()
                .put(alone("hub", "10.20.0.0/16", USUAL))
                .put(alone("far", "10.40.0.0/16", other))
                .put(VpnConnection.builder("between", "hub")
                        .otherGateway(Optional.of("far"))
                        .build())
                .build());
        assertThat(rehearsal.paths("hub.vpn-gateway1", "10.40.0.0/16")).isEqualTo("65516");
        assertThat(rehearsal.delivered(rehearsal.flows(HUB, "10.40.0.4"))).isEqualTo(1);
    }

    @Test
    void letsComputersReachTheVnetAndSitesWithBgpButNoExpressRouteSite() {
        PointToSite clients = new PointToSite(ImmutableSet.of(Protocol.IKEV2), Prefix.parse("172.16.0.0/24"));
        Rehearsal rehearsal = new Rehearsal(beside(VpnGateway.builder("VpnGw1")
                        .asn(new Asn(65515))
                        .pointToSite(Optional.of(clients))
                        .build())
                .build());
        rehearsal.does(new VpnOperation.ConnectClients("hub", Protocol.IKEV2, 5));
        assertThat(rehearsal.delivered(rehearsal.flows("172.16.0.5", HUB))).isEqualTo(1);
        assertThat(rehearsal.delivered(rehearsal.flows("172.16.0.5", BREMEN))).isEqualTo(1);
        assertThat(rehearsal.delivered(rehearsal.flows("172.16.0.5", AMSTERDAM)))
                .isZero();
        assertThat(rehearsal.delivered(rehearsal.flows("172.16.0.6", HUB))).isZero();
    }

    @Test
    void dropsWhatGoesToAnAddressOfThePoolThatNobodyHas() {
        PointToSite clients = new PointToSite(ImmutableSet.of(Protocol.IKEV2), Prefix.parse("172.16.0.0/24"));
        Rehearsal rehearsal = new Rehearsal(beside(VpnGateway.builder("VpnGw1")
                        .asn(new Asn(65515))
                        .pointToSite(Optional.of(clients))
                        .build())
                .build());
        FibEntry pool = rehearsal
                .running()
                .router("hub.vpn-gateway1")
                .fib()
                .lookup(IpAddress.parse("172.16.0.9"))
                .orElseThrow();
        assertThat(pool.action()).isEqualTo(RouteAction.DISCARD);
    }

    @Test
    void ridesOnMicrosoftPeeringAndDiesWithIt() {
        Rehearsal rehearsal = new Rehearsal(overMicrosoftPeering("12076:51002"));
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isTrue();
        rehearsal.fails("er-ams.primary");
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isFalse();
        rehearsal.comesBack("er-ams.primary");
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isTrue();
    }

    @Test
    void ridesOnTheOtherLinkOfMicrosoftPeeringWhereTheRouterHasBoth() {
        HybridNetwork network = overMicrosoftPeering("12076:51002");
        Circuit circuit = network.circuits().get("er-ams");
        MicrosoftPeering peering = circuit.microsoftPeering().orElseThrow();
        Rehearsal rehearsal = new Rehearsal(network.toBuilder()
                .put(circuit.withPeering(peering.withLink(
                        Leg.SECONDARY, PeeringLink.builder("ce1").build())))
                .build());
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isTrue();
        rehearsal.fails("er-ams.secondary");
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isTrue();
        rehearsal.fails("er-ams.primary");
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isFalse();
        rehearsal.comesBack("er-ams.primary");
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isTrue();
    }

    @Test
    void hasAPublicAddressThatNobodySaid() {
        Rehearsal rehearsal = new Rehearsal(overMicrosoftPeering("12076:51002"));
        assertThat(rehearsal.running().plan().nodes().get("hub.vpn-gateway1").loopbacks())
                .anyMatch(Prefix.parse("20.160.0.0/12")::contains);
    }

    @Test
    void doesNotComeUpOverMicrosoftPeeringThatDoesNotBringItsRegion() {
        assertThat(new Rehearsal(overMicrosoftPeering("12076:51004")).isUp("backup.vpn-gateway1.ipv4"))
                .isFalse();
    }

    @Test
    void dropsWithTheInternetLinkThatCarriesIt() {
        Rehearsal rehearsal = new Rehearsal(withMicrosoftPeering("12076:51002")
                .put(connection("backup", "ce1", Over.INTERNET))
                .build());
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isTrue();
        rehearsal.fails("isp");
        assertThat(rehearsal.isUp("backup.vpn-gateway1.ipv4")).isFalse();
    }

    private static HybridNetwork announcing(String prefix) {
        return HybridNetwork.EMPTY.toBuilder()
                .put(Networks.site("bremen", 65030, prefix, "b1"))
                .put(Networks.site("cologne", 65040, "192.168.40.0/24", "c1"))
                .put(alone("hub", "10.20.0.0/16", USUAL))
                .put(connection("to-bremen", "b1", Over.BEST_ROUTE))
                .put(connection("to-cologne", "c1", Over.BEST_ROUTE))
                .build();
    }

    private static HybridNetwork overMicrosoftPeering(String community) {
        return withMicrosoftPeering(community)
                .put(connection("backup", "ce1", Over.MICROSOFT_PEERING))
                .build();
    }

    private static HybridNetworkBuilder withMicrosoftPeering(String community) {
        HybridNetworkBuilder network =
                Networks.everything().put(new RouteFilter("storage", ImmutableSet.of(Community.parse(community))));
        HybridNetwork filtered = new AttachRouteFilter("er-ams", "storage").change(network.build());
        return filtered.toBuilder().put(with(filtered, USUAL));
    }

    /** Beside an ExpressRoute gateway, with one VPN site. */
    private static HybridNetworkBuilder beside(VpnGateway gateway) {
        HybridNetworkBuilder network = Networks.oneCircuit()
                .put(Networks.site("bremen", 65030, "10.30.0.0/16", "b1"))
                .put(connection("to-bremen", "b1", Over.BEST_ROUTE));
        return network.put(with(network.build(), gateway));
    }

    private static VirtualNetwork with(HybridNetwork network, VpnGateway gateway) {
        return network.virtualNetworks().get("hub").toBuilder()
                .vpnGateway(Optional.of(gateway))
                .build();
    }

    private static VirtualNetwork alone(String name, String prefix, VpnGateway gateway) {
        return VirtualNetwork.builder(name, "West Europe")
                .prefixes(Networks.prefixes(prefix))
                .vpnGateway(Optional.of(gateway))
                .build();
    }

    private static VpnConnection connection(String name, String router, Over over) {
        return connection(name, PeeringLink.builder(router).build(), over);
    }

    private static VpnConnection connection(String name, PeeringLink customer, Over over) {
        return VpnConnection.toRouter(name, "hub", customer, over);
    }
}

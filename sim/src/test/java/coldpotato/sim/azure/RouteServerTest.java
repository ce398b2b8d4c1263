package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.OverlayTunnel;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.azure.operations.RouteServerOperation;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Route Server and the appliances that speak BGP with it.
 *
 * <pre>
 *   amsterdam (ce1, ce2) == er-ams == hub: gateways, Route Server
 *   branch    (br1)      ==  t1, t2  == nva1, nva2 in hub
 * </pre>
 */
class RouteServerTest {
    private static final String VM = "10.20.1.4";
    private static final String SERVER = "10.10.1.5";
    private static final String BRANCH = "10.30.1.5";
    private static final String BRANCH_PREFIX = "10.30.0.0/16";

    @Test
    void tellsSubnetsWhatAnApplianceAnnouncesAndIsNotOnTheWay() {
        Rehearsal rehearsal = new Rehearsal(branch(false, nva("nva1", 4)).build());
        GroupFlows flows = rehearsal.flows(VM, BRANCH);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        assertThat(rehearsal.share(flows, "t-nva1")).isEqualTo(1);
        assertThat(rehearsal.share(flows, "hub.route-server1~nva1")).isZero();
    }

    @Test
    void equalAppliancesShareAndAShorterPathWinsAlone() {
        Rehearsal rehearsal =
                new Rehearsal(branch(false, nva("nva1", 4), nva("nva2", 5)).build());
        GroupFlows flows = rehearsal.flows(VM, BRANCH);
        assertThat(rehearsal.share(flows, "t-nva1")).isBetween(0.4, 0.6);
        Rehearsal prepended = new Rehearsal(
                branch(false, nva("nva1", 4), prepending("nva2", 5)).build());
        assertThat(prepended.share(prepended.flows(VM, BRANCH), "t-nva1")).isEqualTo(1);
    }

    @Test
    void anApplianceThatDiesIsMissedWhenTheHoldTimerExpires() {
        Rehearsal rehearsal =
                new Rehearsal(branch(false, nva("nva1", 4), nva("nva2", 5)).build());
        GroupFlows flows = rehearsal.flows(VM, BRANCH);
        rehearsal.running().reboot("nva2", Durations.parse("20m"));
        rehearsal.running().runUntil(rehearsal.running().nowNanos() + Durations.parse("90s"));
        assertThat(rehearsal.delivered(flows)).isBetween(0.4, 0.6);
        rehearsal.running().runUntil(rehearsal.running().nowNanos() + Durations.parse("100s"));
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    @Test
    void gatewaysAndAppliancesKnowNothingOfEachOtherWithoutBranchToBranch() {
        Rehearsal rehearsal = new Rehearsal(branch(false, nva("nva1", 4)).build());
        assertThat(rehearsal.paths("nva1", "10.10.0.0/16")).isEmpty();
        assertThat(rehearsal.paths("ce1", BRANCH_PREFIX)).isEmpty();
        assertThat(rehearsal.paths("nva1", "10.20.0.0/16")).isEqualTo("65515");
    }

    @Test
    void branchToBranchMakesTheVnetATransitNetworkAndBackAgain() {
        Rehearsal rehearsal = new Rehearsal(branch(false, nva("nva1", 4)).build());
        rehearsal.does(new RouteServerOperation.SetBranchToBranch("hub", true));
        assertThat(rehearsal.paths("br1", "10.10.0.0/16")).isEqualTo("65001 65515 12076 65010");
        assertThat(rehearsal.paths("hub.gateway1", BRANCH_PREFIX)).isEqualTo("65001 65020");
        GroupFlows flows = rehearsal.flows(BRANCH, SERVER);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
        rehearsal.does(new RouteServerOperation.SetBranchToBranch("hub", false));
        assertThat(rehearsal.delivered(flows)).isZero();
    }

    @Test
    void whatIsExchangedReachesOnlyVnetsThatTakeRoutesOfOthers() {
        Rehearsal rehearsal = new Rehearsal(branch(true, nva("nva1", 4))
                .put(Networks.vnet("quiet", "West Europe", "10.21.0.0/16"))
                .put(taking(Networks.vnet("open", "West Europe", "10.22.0.0/16")))
                .put(new Connection("quiet-ams", "quiet", "er-ams", 0))
                .put(new Connection("open-ams", "open", "er-ams", 0))
                .build());
        assertThat(rehearsal.paths("open.gateway1", BRANCH_PREFIX)).isNotEmpty();
        assertThat(rehearsal.paths("quiet.gateway1", BRANCH_PREFIX)).isEmpty();
        assertThat(rehearsal.paths("quiet.gateway1", "10.20.0.0/16")).isEmpty();
    }

    @Test
    void whatIsExchangedDoesNotComeBackToItsOwnGateway() {
        Rehearsal rehearsal = new Rehearsal(branch(true, nva("nva1", 4)).build());
        HybridNetwork plain = branch(true, nva("nva1", 4)).build();
        Rehearsal open = new Rehearsal(plain.toBuilder()
                .put(taking(plain.virtualNetworks().get("hub")))
                .build());
        assertThat(learned(open)).isEqualTo(learned(rehearsal));
    }

    private static long learned(Rehearsal rehearsal) {
        return rehearsal
                .running()
                .speaker("hub.gateway1")
                .orElseThrow()
                .rib(AfiSafi.IPV4_UNICAST)
                .paths(Prefix.parse(BRANCH_PREFIX))
                .size();
    }

    private static VirtualNetwork taking(VirtualNetwork vnet) {
        return vnet.toBuilder()
                .gateway(vnet.gateway().map(gateway -> gateway.taking(true, false)))
                .build();
    }

    @Test
    void noAdvertiseStaysInTheVnet() {
        Rehearsal rehearsal = new Rehearsal(
                branch(true, marked("nva1", 4, Community.NO_ADVERTISE)).build());
        assertThat(rehearsal.delivered(rehearsal.flows(VM, BRANCH))).isEqualTo(1);
        assertThat(rehearsal.paths("hub.route-server1", BRANCH_PREFIX)).isEqualTo("65001 65020");
        assertThat(rehearsal.paths("hub.gateway1", BRANCH_PREFIX)).isEmpty();
    }

    @Test
    void anApplianceThatAnnouncesTheDefaultRouteHasNoneItself() {
        Rehearsal rehearsal = new Rehearsal(branch(false, nva("nva1", 4)).build());
        rehearsal.does(new AnnouncementOperation.Announce("nva1", Networks.prefixes("0.0.0.0/0")));
        Prefix everything = Prefix.parse("0.0.0.0/0");
        assertThat(rehearsal.running().router("nva1").table().selected(everything))
                .hasValueSatisfying(route -> assertThat(route.nextHops()).isEmpty());
        assertThat(rehearsal.running().router("hub.hosts").table().selected(everything))
                .hasValueSatisfying(route -> assertThat(route.nextHops()).hasSize(1));
    }

    @Test
    void keepsPathAndCommunities() {
        Community colour = Community.parse("65001:7");
        Rehearsal rehearsal =
                new Rehearsal(branch(true, marked("nva1", 4, colour)).build());
        assertThat(rehearsal.paths("hub.gateway1", BRANCH_PREFIX)).isEqualTo("65001 65020");
        assertThat(rehearsal
                        .running()
                        .speaker("hub.gateway1")
                        .orElseThrow()
                        .rib(AfiSafi.IPV4_UNICAST)
                        .decision(Prefix.parse(BRANCH_PREFIX))
                        .best()
                        .orElseThrow()
                        .attributes()
                        .has(colour))
                .isTrue();
    }

    @Test
    void oneRouteTooManyEndsTheSession() {
        Rehearsal rehearsal = new Rehearsal(branch(false, nva("nva1", 4)).build());
        String session = "hub.route-server1~nva1.ipv4";
        ImmutableSet<Prefix> routes = IntStream.range(0, 999)
                .mapToObj(i -> Prefix.parse("172.16.0.0/12").subnet(24, i))
                .collect(ImmutableSet.toImmutableSet());
        rehearsal.does(new AnnouncementOperation.Announce("nva1", routes));
        assertThat(rehearsal.isUp(session)).isTrue();
        rehearsal.does(new AnnouncementOperation.Announce("nva1", Networks.prefixes("172.31.0.0/24")));
        assertThat(rehearsal.isUp(session)).isFalse();
        rehearsal.does(new AnnouncementOperation.Withdraw("nva1", Networks.prefixes("172.31.0.0/24")));
        assertThat(rehearsal.isUp(session)).isTrue();
    }

    @Test
    void vnetAndRouteServerMayTellACircuitAThousandRoutes() {
        Rehearsal rehearsal = new Rehearsal(branch(true, nva("nva1", 4)).build());
        String session = "hub-ams.msee1.gateway1.ipv4";
        ImmutableSet<Prefix> routes = IntStream.range(0, 998)
                .mapToObj(i -> Prefix.parse("172.16.0.0/12").subnet(24, i))
                .collect(ImmutableSet.toImmutableSet());
        rehearsal.does(new AnnouncementOperation.Announce("nva1", routes));
        assertThat(rehearsal.isUp(session)).isTrue();
        rehearsal.does(new AnnouncementOperation.Announce("nva1", Networks.prefixes("172.31.0.0/24")));
        assertThat(rehearsal.isUp(session)).isFalse();
    }

    @Test
    void anApplianceOfASpokePeersWithTheRouteServerOfTheHub() {
        HybridNetworkBuilder network = branch(false)
                .put(VirtualNetwork.builder("spoke", "West Europe")
                        .prefixes(Networks.prefixes("10.21.0.0/16"))
                        .build())
                .put(new VirtualNetworkPeering("hub-spoke", "hub", "spoke", true, true));
        Appliance inHub = nva("nva1", 4);
        network.put(new Appliance("nva1", "spoke", IpAddress.parse("10.21.9.4"), false, "nva1")
                .withBgp(inHub.bgp().orElseThrow()));
        Rehearsal rehearsal = new Rehearsal(network.build());
        assertThat(rehearsal.delivered(rehearsal.flows(VM, BRANCH))).isEqualTo(1);
        assertThat(rehearsal.delivered(rehearsal.flows("10.21.1.4", BRANCH))).isEqualTo(1);
        assertThat(rehearsal.paths("br1", "10.21.0.0/16")).isEqualTo("65001 65515");
    }

    @Test
    void prefersExpressRouteUnlessToldOtherwise() {
        Rehearsal rehearsal = new Rehearsal(overlay().build());
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
        rehearsal.does(new RouteServerOperation.SetPreference("hub", RoutingPreference.VPN));
        assertThat(rehearsal.share(flows, "t-nva1")).isEqualTo(1);
        rehearsal.does(new RouteServerOperation.SetPreference("hub", RoutingPreference.AS_PATH));
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
        rehearsal.fails("er-ams");
        assertThat(rehearsal.share(flows, "t-nva1")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itsPreferenceCountsForTheVpnGatewayToo(boolean exchange) {
        Rehearsal rehearsal = new Rehearsal(withTunnel(exchange).build());
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
        rehearsal.does(new RouteServerOperation.SetPreference("hub", RoutingPreference.VPN));
        assertThat(rehearsal.share(flows, "backup")).isEqualTo(1);
        rehearsal.does(new RouteServerOperation.SetPreference("hub", RoutingPreference.AS_PATH));
        assertThat(rehearsal.share(flows, "backup")).isEqualTo(1);
    }

    @Test
    void withARouteServerOneCircuitCarriesAll() {
        Rehearsal rehearsal = new Rehearsal(twoCircuits().build());
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.share(flows, "er-ams")).isBetween(0.4, 0.6);
        rehearsal.does(new RouteServerOperation.Deploy("hub", RouteServer.usual()));
        assertThat(rehearsal.delivered(flows)).isZero();
        rehearsal.does(new RouteServerOperation.Run("hub"));
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        assertThat(rehearsal.share(flows, "er-ams") * rehearsal.share(flows, "er-lon"))
                .isZero();
        rehearsal.does(new RouteServerOperation.Delete("hub"));
        rehearsal.does(new RouteServerOperation.Remove("hub"));
        assertThat(rehearsal.share(flows, "er-ams")).isBetween(0.4, 0.6);
    }

    @Test
    void whileItComesOrGoesBranchesHearNothingOfEachOther() {
        Rehearsal rehearsal = new Rehearsal(twoBranches());
        GroupFlows flows = rehearsal.flows(BRANCH, SERVER);
        rehearsal.does(new RouteServerOperation.Deploy("hub", new RouteServer(true, RoutingPreference.EXPRESSROUTE)));
        assertThat(heard(rehearsal, flows)).isZero();
        rehearsal.does(new RouteServerOperation.Run("hub"));
        assertThat(heard(rehearsal, flows)).isEqualTo(1);
        rehearsal.does(new RouteServerOperation.Delete("hub"));
        assertThat(heard(rehearsal, flows)).isZero();
    }

    @Test
    void whoPeersWithOneInstanceOnlyLosesItsRoutesWithIt() {
        Rehearsal rehearsal = new Rehearsal(
                branch(false, peering("nva1", 4, ImmutableSet.of(1))).build());
        GroupFlows flows = rehearsal.flows(VM, BRANCH);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        rehearsal.running().reboot("hub.route-server1", Durations.parse("30m"));
        rehearsal.running().runUntil(rehearsal.running().nowNanos() + Durations.parse("1m"));
        assertThat(rehearsal.delivered(flows)).isZero();
    }

    /** A branch behind appliances of the hub, besides the circuit. */
    private static HybridNetworkBuilder branch(boolean exchange, Appliance... appliances) {
        HybridNetworkBuilder network =
                withServer(Networks.oneCircuit(), exchange).put(branchSite());
        for (Appliance appliance : appliances) {
            network.put(appliance);
        }
        return network;
    }

    private static Site branchSite() {
        Site plain = Networks.site("branch", BRANCH_PREFIX, "br1");
        return new Site(
                plain.name(),
                new Asn(65020),
                plain.prefixes(),
                ImmutableSet.of(),
                plain.routers(),
                plain.hostsReachRoutersBy(),
                true,
                ImmutableMap.of());
    }

    /** An appliance with a tunnel to the site of the circuit. */
    private static HybridNetworkBuilder overlay() {
        return withServer(Networks.oneCircuit(), true).put(appliance("nva1", 4, "ce1", 0, RouteServerPeering.BOTH));
    }

    /** A VPN connection to the site of the circuit. */
    private static HybridNetworkBuilder withTunnel(boolean exchange) {
        HybridNetworkBuilder network = withServer(Networks.oneCircuit(), exchange);
        VirtualNetwork hub = network.build().virtualNetworks().get("hub");
        return network.put(hub.toBuilder()
                        .vpnGateway(Optional.of(VpnGateway.builder("VpnGw1").build()))
                        .build())
                .put(VpnConnection.toRouter(
                        "backup", "hub", PeeringLink.builder("ce1").build(), VpnConnection.Over.BEST_ROUTE));
    }

    /** The fraction of the flows whose packets find their way there. */
    private static double heard(Rehearsal rehearsal, GroupFlows flows) {
        return flows.delivered(FlowDirection.FORWARD, rehearsal.running().nowNanos());
    }

    /** The site of the circuit, and another behind VPN. */
    private static HybridNetwork twoBranches() {
        HybridNetworkBuilder network = Networks.oneCircuit().put(branchSite());
        VirtualNetwork hub = network.build().virtualNetworks().get("hub");
        return network.put(hub.toBuilder()
                        .vpnGateway(Optional.of(VpnGateway.builder("VpnGw1").build()))
                        .build())
                .put(VpnConnection.toRouter(
                        "branch-vpn", "hub", PeeringLink.builder("br1").build(), VpnConnection.Over.BEST_ROUTE))
                .build();
    }

    private static HybridNetworkBuilder twoCircuits() {
        return Networks.oneCircuit()
                .put(Networks.circuit("er-lon", "London", "192.168.101.128/29", "ce1", "ce2"))
                .put(new Connection("hub-lon", "hub", "er-lon", 0));
    }

    private static HybridNetworkBuilder withServer(HybridNetworkBuilder network, boolean exchange) {
        HybridNetwork plain = network.build();
        VirtualNetwork hub = plain.virtualNetworks().get("hub");
        return plain.toBuilder()
                .put(hub.toBuilder()
                        .routeServer(Optional.of(new RouteServer(exchange, RoutingPreference.EXPRESSROUTE)))
                        .build());
    }

    private static Appliance nva(String name, int host) {
        return appliance(name, host, "br1", 0, RouteServerPeering.BOTH);
    }

    private static Appliance prepending(String name, int host) {
        return appliance(name, host, "br1", 2, RouteServerPeering.BOTH);
    }

    private static Appliance peering(String name, int host, ImmutableSet<Integer> instances) {
        return appliance(name, host, "br1", 0, instances);
    }

    private static Appliance marked(String name, int host, Community community) {
        Appliance plain = nva(name, host);
        ApplianceBgp bgp = plain.bgp().orElseThrow();
        return plain.withBgp(new ApplianceBgp(
                bgp.asn(), bgp.routeServer(), bgp.announced(), 0, ImmutableSet.of(community), "", "", bgp.tunnels()));
    }

    private static Appliance appliance(
            String name, int host, String router, int prepend, ImmutableSet<Integer> instances) {
        String tunnel = "t-" + name;
        return new Appliance(name, "hub", IpAddress.parse("10.20.9." + host), false, name)
                .withBgp(new ApplianceBgp(
                        new Asn(65001),
                        Optional.of(new RouteServerPeering("hub", instances)),
                        ImmutableSet.of(),
                        prepend,
                        ImmutableSet.of(),
                        "",
                        "",
                        ImmutableMap.of(tunnel, new OverlayTunnel(tunnel, router, Durations.millis(10), "", ""))));
    }
}

package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.azure.SiteFirewall;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.WanLink;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Boundary;
import coldpotato.sim.node.FirewallConfig;
import coldpotato.sim.node.MiddleboxConfig;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteCompilerTest {

    @ParameterizedTest
    @CsvSource({"ECMP,false", "FIRST_ALIVE,true"})
    void hostsHaveADefaultRouteToTheRouters(HostsReachRouters by, boolean inOrder) {
        NodePlan hosts = Networks.compile(
                        Networks.oneCircuit().put(site(by, true)).build())
                .nodes()
                .get("amsterdam.hosts");
        StaticRoute route = hosts.statics().get(0);
        assertThat(route.prefix()).isEqualTo(Prefix.DEFAULT_IPV4);
        assertThat(route.nextHops()).hasSize(2);
        assertThat(route.inOrder()).isEqualTo(inOrder);
        assertThat(hosts.asn()).isZero();
    }

    @Test
    void hostsThatTakePartInTheRoutingSpeakIbgpInsteadOfHavingADefaultRoute() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit()
                .put(site(HostsReachRouters.ROUTING, false))
                .build());
        assertThat(plan.nodes().get("amsterdam.hosts").statics()).isEmpty();
        assertThat(plan.sessions())
                .containsKeys("ibgp.amsterdam.hosts-ce1.ipv4", "ibgp.amsterdam.hosts-ce2.ipv4", "ibgp.ce1-ce2.ipv4");
        assertThat(plan.links().get("amsterdam.lan.ce1").a().igpCost()).isPositive();
    }

    @Test
    void routersWithNothingBetweenThemDoNotSpeakIbgp() {
        NetworkPlan plan = Networks.compile(
                Networks.oneCircuit().put(site(HostsReachRouters.ECMP, false)).build());
        assertThat(plan.sessions()).doesNotContainKey("ibgp.ce1-ce2.ipv4");
        assertThat(plan.nodes().get("ce1").igpDomain()).isEmpty();
    }

    @Test
    void routersOfOneAsJoinedByTheWanShareIgpAndIbgp() {
        NetworkPlan plan = Networks.compile(Networks.everything().build());
        assertThat(plan.nodes().get("lon1").igpDomain()).isEqualTo("igp.ce1");
        assertThat(plan.sessions()).containsKeys("ibgp.ce1-lon1.ipv4", "ibgp.ce2-lon1.ipv4");
        PeerConfig peer = plan.sessions().get("ibgp.ce1-lon1.ipv4").a();
        assertThat(peer.nextHopSelf()).isTrue();
        assertThat(peer.isIbgp()).isTrue();
        assertThat(plan.links().get("wan").a().igpCost()).isEqualTo(50);
    }

    @Test
    void routersOfTwoAsesSpeakEbgpOverTheWan() {
        Site from = Networks.site("london", "10.11.0.0/16", "lon1");
        HybridNetwork network = Networks.oneCircuit()
                .put(new Site(
                        "london",
                        new Asn(65020),
                        from.prefixes(),
                        from.publicPrefixes(),
                        from.routers(),
                        from.hostsReachRoutersBy(),
                        true,
                        ImmutableMap.of()))
                .put(new WanLink("wan", "ce1", "lon1", 50, 0, "", ""))
                .build();
        NetworkPlan plan = Networks.compile(network);
        assertThat(plan.sessions().get("wan.ipv4").b().remoteAs()).isEqualTo(65010);
        assertThat(plan.links().get("wan").a().igpCost()).isZero();
        assertThat(plan.nodes().get("lon1").igpDomain()).isEmpty();
    }

    @Test
    void aRouterAnnouncesAnAggregateWithANullRouteAndADefaultWithout() {
        NodePlan router = Networks.compile(new AnnouncementOperation.Announce(
                                "er-ams.primary.private", Networks.prefixes("10.0.0.0/8", "0.0.0.0/0"))
                        .change(Networks.oneCircuit().build()))
                .nodes()
                .get("ce1");
        assertThat(router.originations())
                .extracting(Origination::prefix)
                .contains(Prefix.parse("10.0.0.0/8"), Prefix.DEFAULT_IPV4);
        assertThat(router.statics().stream().filter(route -> route.nextHops().isEmpty()))
                .extracting(StaticRoute::prefix)
                .containsExactly(Prefix.parse("10.0.0.0/8"));
    }

    @Test
    void aRouterDoesNotOriginateWhatAnotherSiteHas() {
        NodePlan router = Networks.compile(
                        new AnnouncementOperation.Announce("er-ams.primary.private", Networks.prefixes("10.11.0.0/16"))
                                .change(Networks.everything().build()))
                .nodes()
                .get("ce1");
        assertThat(router.originations()).extracting(Origination::prefix).doesNotContain(Prefix.parse("10.11.0.0/16"));
    }

    @Test
    void aFirewallStandsOnTheLinksOfItsRouter() {
        NetworkPlan plan = Networks.compile(Networks.everything()
                .put(withFirewall(new SiteFirewall("edge", ImmutableSet.of("isp", "er-ams.primary"), "edge", false)))
                .build());
        assertThat(plan.nodes().get("ce1").middleboxes())
                .containsExactly(new FirewallConfig(
                        "edge",
                        Boundary.of(ImmutableSet.of("isp", "er-ams.primary.private", "er-ams.primary.microsoft")),
                        "edge",
                        false));
        assertThat(plan.nodes().get("ce2").middleboxes()).isEmpty();
    }

    @Test
    void aFirewallThatSpansRoutersBecomesOneOnEachWithSharedState() {
        NetworkPlan plan = Networks.compile(Networks.everything()
                .put(withFirewall(new SiteFirewall("edge", ImmutableSet.of("er-ams"), "pair", false)))
                .build());
        assertThat(plan.nodes().get("ce1").middleboxes())
                .extracting(MiddleboxConfig::name)
                .containsExactly("edge.ce1");
        assertThat(plan.nodes().get("ce2").middleboxes())
                .extracting(MiddleboxConfig::stateGroup)
                .containsExactly("pair");
    }

    @Test
    void aFirewallStandsOnTheTunnelsOfAVpnConnectionOfItsRouter() {
        NetworkPlan plan = Networks.compile(Networks.transit(false).toBuilder()
                .put(withFirewall(new SiteFirewall("edge", ImmutableSet.of("backup"), "edge", false)))
                .build());
        assertThat(plan.nodes().get("ce1").middleboxes())
                .extracting(MiddleboxConfig::boundary)
                .containsExactly(Boundary.of(ImmutableSet.of("backup.vpn-gateway1", "backup.vpn-gateway2")));
        assertThat(plan.links().keySet()).contains("backup.vpn-gateway1", "backup.vpn-gateway2");
    }

    @Test
    void aVirtualNetworkShowsItsRegionOnlyTogetherWithACommunityOfItsOwn() {
        assertThat(communitiesOf(Optional.empty())).isEmpty();
        assertThat(communitiesOf(Optional.of(Community.parse("12076:20001"))))
                .containsExactlyInAnyOrder(Community.parse("12076:20001"), Community.parse("12076:50002"));
    }

    private static ImmutableSet<Community> communitiesOf(Optional<Community> custom) {
        VirtualNetwork from = Networks.vnet("hub", "West Europe", "10.20.0.0/16");
        return Networks.compile(Networks.oneCircuit()
                        .put(new VirtualNetwork("hub", "West Europe", from.prefixes(), custom, from.gateway()))
                        .build())
                .nodes()
                .get("hub.gateway1")
                .originations()
                .get(0)
                .communities();
    }

    private static Site site(HostsReachRouters by, boolean interconnected) {
        Site from = Networks.site("amsterdam", "10.10.0.0/16", "ce1", "ce2");
        return new Site(
                from.name(),
                from.asn(),
                from.prefixes(),
                from.publicPrefixes(),
                from.routers(),
                by,
                interconnected,
                ImmutableMap.of());
    }

    private static Site withFirewall(SiteFirewall firewall) {
        Site from = Networks.site("amsterdam", "10.10.0.0/16", "ce1", "ce2");
        return new Site(
                from.name(),
                from.asn(),
                from.prefixes(),
                from.publicPrefixes(),
                from.routers(),
                from.hostsReachRoutersBy(),
                true,
                ImmutableMap.of(firewall.name(), firewall));
    }
}

package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteDestinationNat;
import coldpotato.core.azure.SiteNats;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.azure.operations.NatOperation;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.MiddleboxConfig;
import coldpotato.sim.node.SourceNatConfig;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NatCompilerTest {
    private static final Prefix POOL = Prefix.parse("203.0.113.0/28");
    private static final IpAddress PUBLISHED = IpAddress.parse("203.0.113.5");

    /** A NAT on an Internet link of ce1; ce2 is told to announce the pool too. */
    private static HybridNetwork network(boolean bound) {
        HybridNetwork plain = Networks.oneCircuit().build();
        Site site = plain.siteAt("ce1");
        ImmutableSet<String> link = ImmutableSet.of("isp1");
        SiteSourceNat source = new SiteSourceNat("nat", link, POOL, SiteSourceNat.PORTS_MAX, bound, false, "nat");
        SiteDestinationNat destination = new SiteDestinationNat(
                "published",
                link,
                ImmutableList.of(new SiteDestinationNat.Server(PUBLISHED, 0, IpAddress.parse("10.10.1.25"), 0)),
                bound);
        return plain.toBuilder()
                .put(site.withNats(new SiteNats(
                        ImmutableMap.of("nat", source), ImmutableMap.of("published", destination), ImmutableSet.of())))
                .put(internetLink("isp1", "ce1"))
                .put(internetLink("isp2", "ce2"))
                .build();
    }

    private static InternetLink internetLink(String name, String router) {
        return new InternetLink(name, router, "", "", Optional.of(ImmutableSet.of(POOL)), 0, Optional.empty());
    }

    private static NodePlan router(HybridNetwork network, String name) {
        return Networks.compile(network).nodes().get(name);
    }

    private static boolean originates(HybridNetwork network, String router) {
        return router(network, router).originations().contains(Origination.of(POOL));
    }

    private static HybridNetwork stopped(HybridNetwork network) {
        return new NatOperation.Stop("nat", Optional.empty()).change(network);
    }

    @Test
    void whoIsToldToAnnounceAPoolIsItsOriginWhetherItsNatIsThereOrNot() {
        assertThat(originates(network(false), "ce1")).isTrue();
        assertThat(originates(network(false), "ce2")).isTrue();
        assertThat(originates(stopped(network(false)), "ce1")).isTrue();
    }

    @Test
    void aBoundPoolHasItsOriginWhereItsNatStandsAndWorks() {
        assertThat(originates(network(true), "ce1")).isTrue();
        assertThat(originates(network(true), "ce2")).isFalse();
        assertThat(originates(stopped(network(true)), "ce1")).isFalse();
    }

    @Test
    void aNatThatStoppedOnOneRouterWorksAgainWhenItIsStarted() {
        HybridNetwork network = network(true);
        HybridNetwork after = new NatOperation.Stop("nat", Optional.of("ce1")).change(network);
        assertThat(router(after, "ce1").attached()).doesNotContain(POOL);
        assertThat(new NatOperation.Start("nat", Optional.of("ce1")).change(after))
                .isEqualTo(network);
    }

    @Test
    void aSourceNatGivesNoAddressUnderWhichAServerIsPublished() {
        ImmutableList<MiddleboxConfig> boxes = router(network(false), "ce1").middleboxes();
        assertThat(boxes).extracting(MiddleboxConfig::name).containsExactly("nat", "published");
        assertThat(((SourceNatConfig) boxes.get(0)).reserved()).containsExactly(PUBLISHED);
        assertThat(router(network(false), "ce1").attached()).contains(POOL, Prefix.host(PUBLISHED));
    }

    @Test
    void anotherPoolTakesThePlaceOfTheFirst() {
        Prefix other = Prefix.parse("203.0.113.16/28");
        HybridNetwork after = new NatOperation.SetPool("nat", other).change(network(false));
        assertThat(router(after, "ce1").attached()).contains(other).doesNotContain(POOL);
    }
}

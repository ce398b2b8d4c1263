package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteFirewall;
import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FirewallTerms;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class FirewallConsistencyTest {
    private static final ClusterTerms PAIR = new ClusterTerms(ClusterTerms.Mode.ACTIVE_PASSIVE, 2, true, 0, false);

    @Test
    void firewallsThatShareStateHaveTheSameCluster() {
        assertThat(Consistency.check(with(firewall("f1", PAIR), firewall("f2", PAIR))))
                .isEmpty();
        assertThat(Consistency.check(with(firewall("f1", PAIR), firewall("f2", ClusterTerms.ALONE))))
                .extracting(Inconsistency::reason)
                .containsExactly("shares the state edge with f1, which has another cluster;"
                        + " firewalls that share state have the same one");
    }

    private static SiteFirewall firewall(String name, ClusterTerms cluster) {
        FirewallTerms terms = new FirewallTerms(false, ImmutableList.of(), false, FirewallTerms.NEVER, cluster);
        return new SiteFirewall(name, ImmutableSet.of("er"), ImmutableSet.of(), "edge", terms);
    }

    private static HybridNetwork with(SiteFirewall first, SiteFirewall second) {
        Site site = Models.usual().siteAt("ce1");
        return Models.usual().toBuilder()
                .put(new Site(
                        site.name(),
                        site.asn(),
                        site.prefixes(),
                        site.publicPrefixes(),
                        site.routers(),
                        site.hostsReachRoutersBy(),
                        site.interconnected(),
                        ImmutableMap.of(first.name(), first, second.name(), second)))
                .build();
    }
}

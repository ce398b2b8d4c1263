package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteFirewall;
import coldpotato.core.azure.SiteNats;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class EdgePlacesTest {

    @Test
    void aNatStandsOnALinkOfItsOwnSite() {
        assertThat(EdgePlaces.check(withNat("er.primary"))).isEmpty();
        assertThat(EdgePlaces.check(withNat("isp-of-another")))
                .extracting(Inconsistency::modelPath)
                .containsExactly("sites." + site().name() + ".source-nats.nat.links");
    }

    @Test
    void aFirewallStandsOnAVpnConnectionOfItsOwnSite() {
        assertThat(EdgePlaces.check(withFirewall("ce1", firewall(ImmutableSet.of("backup"), ImmutableSet.of()))))
                .isEmpty();
        assertThat(EdgePlaces.check(withFirewall("b1", firewall(ImmutableSet.of("backup"), ImmutableSet.of()))))
                .hasSize(1);
    }

    @Test
    void everyNameIsOneThatAFirewallCanStandOn() {
        assertThat(EdgePlaces.check(withFirewall("ce1", firewall(ImmutableSet.of("er", "hub-er"), ImmutableSet.of()))))
                .extracting(Inconsistency::reason)
                .singleElement()
                .asString()
                .startsWith("nothing can stand on hub-er:");
    }

    @Test
    void aFirewallStandsBeforeRoutersOfItsOwnSite() {
        assertThat(EdgePlaces.check(withFirewall("ce1", firewall(ImmutableSet.of(), ImmutableSet.of("ce1", "b1")))))
                .extracting(Inconsistency::reason)
                .containsExactly("nothing can stand before b1: it is no router of " + site().name());
    }

    private static Site site() {
        return Models.usual().siteAt("ce1");
    }

    private static HybridNetwork withNat(String link) {
        SiteSourceNat nat = new SiteSourceNat(
                "nat", ImmutableSet.of(link), Prefix.parse("192.0.2.0/28"), 1024, false, false, "nat");
        SiteNats nats = new SiteNats(ImmutableMap.of("nat", nat), ImmutableMap.of(), ImmutableSet.of());
        return Models.usual().toBuilder().put(site().withNats(nats)).build();
    }

    private static SiteFirewall firewall(ImmutableSet<String> links, ImmutableSet<String> routers) {
        return new SiteFirewall("fv", links, routers, "fv", FirewallTerms.plain(false));
    }

    /** The VPN connection {@code backup} leads to this router. */
    private static HybridNetwork withFirewall(String vpnRouter, SiteFirewall firewall) {
        Site site = site();
        return Models.usual().toBuilder()
                .put(new Site(
                        site.name(),
                        site.asn(),
                        site.prefixes(),
                        site.publicPrefixes(),
                        site.routers(),
                        site.hostsReachRoutersBy(),
                        site.interconnected(),
                        ImmutableMap.of(firewall.name(), firewall)))
                .put(VpnConnection.toRouter(
                        "backup", "hub", PeeringLink.builder(vpnRouter).build(), VpnConnection.Over.BEST_ROUTE))
                .build();
    }
}

package coldpotato.core.azure.rules;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteFirewall;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Whether the firewalls and NATs of sites stand where they are said to stand: one on a name that is no link of the site would do
 * nothing, and nobody would know. For models as somebody writes them; what later changes take away leaves names behind.
 */
public final class EdgePlaces {
    private final HybridNetwork network;
    private final Findings findings = new Findings();

    private EdgePlaces(HybridNetwork network) {
        this.network = network;
    }

    /** Every name on which nothing can stand, in the order of the model. */
    public static ImmutableList<Inconsistency> check(HybridNetwork network) {
        EdgePlaces places = new EdgePlaces(network);
        network.allSites().forEach(places::site);
        return places.findings.all();
    }

    private void site(Site site) {
        for (SiteFirewall firewall : site.firewalls().values()) {
            String path = ModelPath.firewall(site.name(), firewall.name());
            links(site, path + ".links", firewall.links());
            routers(site, path + ".routers", firewall.routers());
        }
        site.nats()
                .source()
                .values()
                .forEach(nat -> links(site, ModelPath.sourceNat(site.name(), nat.name()) + ".links", nat.links()));
        site.nats()
                .destination()
                .values()
                .forEach(nat -> links(site, ModelPath.destinationNat(site.name(), nat.name()) + ".links", nat.links()));
    }

    private void links(Site site, String path, ImmutableSet<String> names) {
        SiteLinks links = new SiteLinks(network, site);
        names.stream()
                .filter(name -> !links.has(name))
                .forEach(name -> findings.wrong(
                        path,
                        "nothing can stand on " + name + ": no router of " + site.name()
                                + " has a circuit, Internet link, WAN link or VPN connection of this name"));
    }

    private void routers(Site site, String path, ImmutableSet<String> names) {
        names.stream()
                .filter(name -> !site.routers().containsKey(name))
                .forEach(name -> findings.wrong(
                        path, "nothing can stand before " + name + ": it is no router of " + site.name()));
    }
}

package coldpotato.sim.azure;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteFirewall;
import coldpotato.core.azure.WanLink;
import coldpotato.sim.node.FirewallConfig;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;

/** Which firewall stands on which links of which edge router; one that spans routers becomes one on each. */
final class Firewalls {
    private final HybridNetwork network;

    Firewalls(HybridNetwork network) {
        this.network = network;
    }

    /** The firewalls on links of this router. */
    ImmutableList<FirewallConfig> at(Site site, String router) {
        ImmutableSetMultimap<String, String> links = linksOf(router);
        return site.firewalls().values().stream()
                .filter(firewall -> stands(firewall, links))
                .map(firewall -> new FirewallConfig(
                        name(site, firewall, router),
                        outside(firewall, links),
                        firewall.stateGroup(),
                        firewall.opensFromOutside()))
                .collect(ImmutableList.toImmutableList());
    }

    private String name(Site site, SiteFirewall firewall, String router) {
        boolean spans = site.routers().keySet().stream()
                        .filter(other -> stands(firewall, linksOf(other)))
                        .count()
                > 1;
        return spans ? firewall.name() + "." + router : firewall.name();
    }

    private static boolean stands(SiteFirewall firewall, ImmutableSetMultimap<String, String> links) {
        return firewall.links().stream().anyMatch(links::containsKey);
    }

    private static ImmutableSet<String> outside(SiteFirewall firewall, ImmutableSetMultimap<String, String> links) {
        return firewall.links().stream()
                .flatMap(name -> links.get(name).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Names that a firewall may give for its outside, with the links of a router that each stands for. */
    private ImmutableSetMultimap<String, String> linksOf(String router) {
        ImmutableSetMultimap.Builder<String, String> links = ImmutableSetMultimap.builder();
        network.circuits().values().forEach(circuit -> addLinks(circuit, router, links));
        network.internetLinks().values().stream()
                .filter(link -> link.router().equals(router))
                .map(InternetLink::name)
                .forEach(name -> links.put(name, name));
        network.wanLinks().values().stream()
                .filter(link -> link.routerA().equals(router) || link.routerB().equals(router))
                .map(WanLink::name)
                .forEach(name -> links.put(name, name));
        return links.build();
    }

    private static void addLinks(Circuit circuit, String router, ImmutableSetMultimap.Builder<String, String> links) {
        for (Peering peering : circuit.peerings()) {
            for (Leg leg : Leg.values()) {
                if (peering.link(leg).router().equals(router)) {
                    String link = CircuitCompiler.linkAtCustomer(circuit, leg, peering.kind());
                    links.put(circuit.name(), link);
                    links.put(Names.leg(circuit.name(), leg), link);
                    links.put(Names.circuitLink(circuit.name(), leg, peering.kind()), link);
                    links.put(link, link);
                }
            }
        }
    }
}

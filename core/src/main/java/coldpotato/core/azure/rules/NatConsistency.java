package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteDestinationNat;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/** Whether the pools of a site's NATs are at its edges, and its published servers behind them. */
final class NatConsistency {
    private final HybridNetwork network;
    private final Site site;
    private final Findings findings;

    NatConsistency(HybridNetwork network, Site site, Findings findings) {
        this.network = network;
        this.site = site;
        this.findings = findings;
    }

    void check() {
        for (SiteSourceNat nat : site.nats().source().values()) {
            String path = ModelPath.sourceNat(site.name(), nat.name());
            place(path, nat.links());
            pool(path, nat);
        }
        site.nats().destination().values().forEach(this::servers);
    }

    /** A NAT on nobody's links would translate nothing, and nobody would know. */
    private void place(String path, ImmutableSet<String> links) {
        if (links.stream().noneMatch(this::isAtSite)) {
            findings.wrong(
                    path,
                    "none of the routers of " + site.name() + " has a link that it stands on: "
                            + String.join(", ", links));
        }
    }

    private boolean isAtSite(String link) {
        InternetLink internet = network.internetLinks().get(link);
        WanLink wan = network.wanLinks().get(link);
        return internet != null && has(internet.router())
                || wan != null && (has(wan.routerA()) || has(wan.routerB()))
                || network.circuits().values().stream().anyMatch(circuit -> isAtSite(circuit, link));
    }

    /** The name of a link of a circuit begins with that of the circuit, then that of the leg if it is one leg's. */
    private boolean isAtSite(Circuit circuit, String link) {
        return circuit.peerings().stream()
                .anyMatch(peering -> isLegAtSite(circuit, peering, Leg.PRIMARY, Leg.SECONDARY, link)
                        || isLegAtSite(circuit, peering, Leg.SECONDARY, Leg.PRIMARY, link));
    }

    private boolean isLegAtSite(Circuit circuit, Peering peering, Leg leg, Leg other, String link) {
        return has(peering.link(leg).router())
                && isWithin(link, circuit.name())
                && !isWithin(link, circuit.name() + "." + other.text());
    }

    private static boolean isWithin(String link, String name) {
        return link.equals(name) || link.startsWith(name + ".");
    }

    private boolean has(String router) {
        return site.routers().containsKey(router);
    }

    /** What the LAN has is delivered there and never comes back to the edge. */
    private void pool(String path, SiteSourceNat nat) {
        hosts().filter(nat.pool()::overlaps)
                .forEach(hosts -> findings.wrong(
                        path,
                        "the pool " + nat.pool() + " overlaps " + hosts + ", where hosts of " + site.name()
                                + " live; a pool stands at the edge"));
        long published =
                site.nats().published().stream().filter(nat.pool()::contains).count();
        if (published > 0
                && published == 1L << (nat.pool().family().bits() - nat.pool().length())) {
            findings.wrong(path, "every address of the pool " + nat.pool() + " is a published server's");
        }
    }

    private void servers(SiteDestinationNat nat) {
        String path = ModelPath.destinationNat(site.name(), nat.name());
        place(path, nat.links());
        for (SiteDestinationNat.Server server : nat.servers()) {
            if (hosts().noneMatch(hosts -> hosts.contains(server.address()))) {
                findings.wrong(path, "no host of " + site.name() + " has " + server.address());
            }
            findings.place(path, Prefix.host(server.published()));
            if (!server.published().family().equals(server.address().family())) {
                findings.wrong(path, families(server.published(), server.address()));
            }
        }
    }

    private static String families(IpAddress published, IpAddress server) {
        return published + " and " + server + " are of different families; destination NAT translates within one";
    }

    private Stream<Prefix> hosts() {
        return Stream.concat(site.prefixes().stream(), site.publicPrefixes().stream());
    }
}

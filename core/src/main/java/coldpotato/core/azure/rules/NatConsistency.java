package coldpotato.core.azure.rules;

import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteDestinationNat;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.stream.Stream;

/** Whether the pools of a site's NATs are at its edges, and its published servers behind them. */
final class NatConsistency {
    private final Site site;
    private final Findings findings;

    NatConsistency(Site site, Findings findings) {
        this.site = site;
        this.findings = findings;
    }

    void check() {
        for (SiteSourceNat nat : site.nats().source().values()) {
            pool(ModelPath.sourceNat(site.name(), nat.name()), nat);
        }
        site.nats().destination().values().forEach(this::servers);
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

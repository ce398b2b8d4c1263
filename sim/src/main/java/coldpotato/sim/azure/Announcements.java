package coldpotato.sim.azure;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.Site;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** What the edge routers of a network announce, and where. */
final class Announcements {
    private final HybridNetwork network;

    Announcements(HybridNetwork network) {
        this.network = network;
    }

    static boolean hasIpv6(ImmutableSet<Prefix> prefixes) {
        return prefixes.stream().anyMatch(prefix -> prefix.family() == Family.IPV6);
    }

    /** Every prefix that has hosts at a site. */
    static ImmutableSet<Prefix> of(Site site) {
        return ImmutableSet.<Prefix>builder()
                .addAll(site.prefixes())
                .addAll(site.publicPrefixes())
                .build();
    }

    /**
     * What a router originates: everything of its site, and whatever its links announce besides, unless that is a prefix of
     * another site and so comes from there. A part of such a prefix comes from nowhere else. Pools that are bound to their NATs
     * are not among it.
     */
    ImmutableSet<Prefix> originatedBy(Site site, String router) {
        ImmutableSet.Builder<Prefix> all = ImmutableSet.<Prefix>builder().addAll(of(site));
        onLinksOf(router).stream()
                .filter(prefix -> !isOfAnother(site, prefix) && !site.nats().isBound(prefix))
                .forEach(all::add);
        if (network.ipvpnOf(router).map(IpVpn::announcesLinks).orElse(false)) {
            network.wanLinks().values().stream()
                    .filter(link -> link.touches(router))
                    .forEach(link -> link.subnet().ifPresent(all::add));
        }
        return all.build();
    }

    private ImmutableSet<Prefix> onLinksOf(String router) {
        ImmutableSet.Builder<Prefix> all = ImmutableSet.builder();
        for (Circuit circuit : network.circuits().values()) {
            for (Peering peering : circuit.peerings()) {
                for (Leg leg : Leg.values()) {
                    said(peering.link(leg), router).ifPresent(all::addAll);
                }
            }
        }
        network.vpnConnections().values().stream()
                .flatMap(connection -> connection.customer().stream())
                .forEach(customer -> said(customer, router).ifPresent(all::addAll));
        network.internetLinks().values().stream()
                .filter(link -> link.router().equals(router))
                .forEach(link -> link.advertise().ifPresent(all::addAll));
        return all.build();
    }

    private static Optional<ImmutableSet<Prefix>> said(PeeringLink link, String router) {
        return link.router().equals(router) ? link.advertise() : Optional.empty();
    }

    private boolean isOfAnother(Site site, Prefix prefix) {
        return others(site)
                .anyMatch(other -> other.prefixes().contains(prefix)
                        || other.publicPrefixes().contains(prefix)
                        || other.nats().holds(prefix));
    }

    /** Whether the hosts of a prefix are at another site, so that packets to them go on. */
    boolean isInsideAnother(Site site, Prefix prefix) {
        return others(site).flatMap(other -> of(other).stream()).anyMatch(other -> other.contains(prefix));
    }

    private Stream<Site> others(Site site) {
        return network.allSites().stream().filter(other -> !other.name().equals(site.name()));
    }
}

package coldpotato.core.azure;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A part of a model that announces prefixes: a site, a virtual network, another cloud, an Internet link, an appliance or one link of
 * a peering.
 */
final class Announcer {
    private final HybridNetwork network;
    private final String name;

    Announcer(HybridNetwork network, String name) {
        this.network = network;
        this.name = name;
    }

    HybridNetwork with(ImmutableSet<Prefix> prefixes) {
        return changed(before -> Sets.union(before, prefixes).immutableCopy());
    }

    /** @throws IllegalArgumentException if one of the prefixes is not announced */
    HybridNetwork without(ImmutableSet<Prefix> prefixes) {
        ImmutableSet<Prefix> announced = announced();
        prefixes.forEach(prefix ->
                checkArgument(announced.contains(prefix), "%s does not announce %s at this time", name, prefix));
        return changed(before -> Sets.difference(before, prefixes).immutableCopy());
    }

    private ImmutableSet<Prefix> announced() {
        if (network.virtualNetworks().containsKey(name)) {
            return network.virtualNetworks().get(name).prefixes();
        }
        if (network.internetLinks().containsKey(name)) {
            return announced(network.internetLinks().get(name));
        }
        if (network.clouds().containsKey(name)) {
            return network.clouds().get(name).prefixes();
        }
        if (isBehindProvider()) {
            return network.sites().get(name).prefixes();
        }
        if (network.appliances().containsKey(name)) {
            return bgp().announced();
        }
        return Stream.concat(
                        legs().stream().flatMap(leg -> announced(leg).stream()),
                        vpnConnections().stream().flatMap(connection -> announced(connection).stream()))
                .collect(ImmutableSet.toImmutableSet());
    }

    private ImmutableSet<Prefix> announced(PeeringLeg leg) {
        return network.announcedOn(
                leg.kind(), Parts.peering(network, leg.circuit(), leg.kind()).link(leg.leg()));
    }

    private ImmutableSet<Prefix> announced(VpnConnection connection) {
        return network.announcedOn(PeeringKind.PRIVATE, connection.customer().orElseThrow());
    }

    private ImmutableSet<Prefix> announced(InternetLink link) {
        return link.advertise().orElseGet(() -> network.siteAt(link.router()).publicPrefixes());
    }

    private HybridNetwork changed(UnaryOperator<ImmutableSet<Prefix>> change) {
        if (network.virtualNetworks().containsKey(name)) {
            return virtualNetwork(network.virtualNetworks().get(name), change);
        }
        if (network.internetLinks().containsKey(name)) {
            return internetLink(network.internetLinks().get(name), change);
        }
        if (network.clouds().containsKey(name)) {
            ForeignCloud cloud = network.clouds().get(name);
            return network.toBuilder()
                    .put(cloud.withPrefixes(change.apply(cloud.prefixes())))
                    .build();
        }
        if (isBehindProvider()) {
            Site site = network.sites().get(name);
            return network.toBuilder()
                    .put(site.withPrefixes(change.apply(site.prefixes())))
                    .build();
        }
        if (network.appliances().containsKey(name)) {
            ApplianceBgp changed = bgp().withAnnounced(change.apply(bgp().announced()));
            return network.toBuilder()
                    .put(network.appliances().get(name).withBgp(changed))
                    .build();
        }
        HybridNetwork after = network;
        for (PeeringLeg leg : legs()) {
            after = leg(after, leg, change);
        }
        for (VpnConnection connection : vpnConnections()) {
            after = vpnConnection(after, connection, change);
        }
        return after;
    }

    /** A site that meets Microsoft at no link of its own announces what it has. */
    private boolean isBehindProvider() {
        return network.sites().containsKey(name)
                && legs().isEmpty()
                && vpnConnections().isEmpty();
    }

    private ApplianceBgp bgp() {
        return network.appliances()
                .get(name)
                .bgp()
                .orElseThrow(() -> new IllegalArgumentException(name + " speaks no BGP"));
    }

    private HybridNetwork virtualNetwork(VirtualNetwork vnet, UnaryOperator<ImmutableSet<Prefix>> change) {
        return network.toBuilder()
                .put(vnet.toBuilder().prefixes(change.apply(vnet.prefixes())).build())
                .build();
    }

    private HybridNetwork internetLink(InternetLink link, UnaryOperator<ImmutableSet<Prefix>> change) {
        return network.toBuilder()
                .put(new InternetLink(
                        link.name(),
                        link.router(),
                        link.importPolicy(),
                        link.exportPolicy(),
                        Optional.of(change.apply(announced(link))),
                        link.delayNanos(),
                        link.domain()))
                .build();
    }

    private HybridNetwork vpnConnection(
            HybridNetwork before, VpnConnection connection, UnaryOperator<ImmutableSet<Prefix>> change) {
        PeeringLink customer = connection.customer().orElseThrow();
        return before.toBuilder()
                .put(connection.withCustomer(customer.toBuilder()
                        .advertise(Optional.of(change.apply(announced(connection))))
                        .build()))
                .build();
    }

    /** The VPN connection of this name, or those of the routers at the site of this name. */
    private ImmutableList<VpnConnection> vpnConnections() {
        return network.vpnConnections().values().stream()
                .filter(connection -> connection
                        .customer()
                        .map(customer -> connection.name().equals(name) || isAtSite(customer))
                        .orElse(false))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isAtSite(PeeringLink link) {
        return network.sites().containsKey(name)
                && network.sites().get(name).routers().containsKey(link.router());
    }

    private static HybridNetwork leg(
            HybridNetwork network, PeeringLeg leg, UnaryOperator<ImmutableSet<Prefix>> change) {
        PeeringLink link = Parts.peering(network, leg.circuit(), leg.kind()).link(leg.leg());
        ImmutableSet<Prefix> before = network.announcedOn(leg.kind(), link);
        return Parts.change(network, leg, builder -> builder.advertise(Optional.of(change.apply(before))));
    }

    /** The link of this name, or the private ones at the site of this name. */
    private ImmutableList<PeeringLeg> legs() {
        ImmutableList.Builder<PeeringLeg> legs = ImmutableList.builder();
        for (Circuit circuit : network.circuits().values()) {
            for (Peering peering : circuit.peerings()) {
                for (Leg leg : Leg.values()) {
                    PeeringLeg candidate = new PeeringLeg(circuit.name(), leg, peering.kind());
                    if (candidate.toString().equals(name) || isAtSite(peering, leg)) {
                        legs.add(candidate);
                    }
                }
            }
        }
        ImmutableList<PeeringLeg> found = legs.build();
        boolean elsewhere =
                network.sites().containsKey(name) || network.vpnConnections().containsKey(name);
        if (found.isEmpty() && !elsewhere) {
            throw new IllegalArgumentException("nothing that announces is called " + name);
        }
        return found;
    }

    private boolean isAtSite(Peering peering, Leg leg) {
        return peering.kind() == PeeringKind.PRIVATE
                && network.sites().containsKey(name)
                && network.sites()
                        .get(name)
                        .routers()
                        .containsKey(peering.link(leg).router());
    }
}

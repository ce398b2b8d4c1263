package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A part of a model that announces prefixes: a site, a virtual network, another cloud, an Internet link, an appliance, a VPN
 * connection or one link of a peering. A site announces at every place where it meets Microsoft; what is behind a provider, what it
 * has.
 */
final class Announcer {
    private final HybridNetwork network;
    private final String name;
    private final ImmutableList<Place> places;

    /**
     * Where prefixes are announced.
     *
     * @param announced those that are
     * @param put makes a network in which others are
     */
    private record Place(
            ImmutableSet<Prefix> announced, BiFunction<HybridNetwork, ImmutableSet<Prefix>, HybridNetwork> put) {}

    /** @throws IllegalArgumentException if nothing that announces has this name, or a VPN connection between two gateways */
    Announcer(HybridNetwork network, String name) {
        this.network = network;
        this.name = name;
        this.places = whole().map(ImmutableList::of).orElseGet(this::edges);
    }

    HybridNetwork with(ImmutableSet<Prefix> prefixes) {
        return changed(before -> Sets.union(before, prefixes).immutableCopy());
    }

    /** @throws IllegalArgumentException if one of the prefixes is not announced */
    HybridNetwork without(ImmutableSet<Prefix> prefixes) {
        for (Prefix prefix : prefixes) {
            checkArgument(
                    places.stream().anyMatch(place -> place.announced.contains(prefix)),
                    "%s does not announce %s at this time",
                    name,
                    prefix);
        }
        return changed(before -> Sets.difference(before, prefixes).immutableCopy());
    }

    private HybridNetwork changed(UnaryOperator<ImmutableSet<Prefix>> change) {
        HybridNetwork after = network;
        for (Place place : places) {
            after = place.put.apply(after, change.apply(place.announced));
        }
        return after;
    }

    /** What announces as a whole. */
    private Optional<Place> whole() {
        if (network.virtualNetworks().containsKey(name)) {
            return Optional.of(virtualNetwork(network.virtualNetworks().get(name)));
        }
        if (network.internetLinks().containsKey(name)) {
            return Optional.of(internetLink(network.internetLinks().get(name)));
        }
        if (network.clouds().containsKey(name)) {
            return Optional.of(cloud(network.clouds().get(name)));
        }
        return Optional.ofNullable(network.appliances().get(name)).map(this::appliance);
    }

    /** The customer's ends of that name or of the site of that name. */
    private ImmutableList<Place> edges() {
        ImmutableList<Place> ends = Stream.concat(
                        CustomerEnd.peerings(network).filter(end -> isNamed(end) || isAtSite(end) && isPrivate(end)),
                        CustomerEnd.vpns(network).filter(end -> isNamed(end) || isAtSite(end)))
                .map(this::end)
                .collect(ImmutableList.toImmutableList());
        boolean isSite = network.sites().containsKey(name);
        checkArgument(
                !ends.isEmpty() || !network.vpnConnections().containsKey(name),
                "%s leads to a gateway, not to a router",
                name);
        checkArgument(isSite || !ends.isEmpty(), "nothing that announces is called %s", name);
        return isSite && ends.isEmpty()
                ? ImmutableList.of(behindProvider(network.sites().get(name)))
                : ends;
    }

    private boolean isNamed(CustomerEnd end) {
        return end.toString().equals(name);
    }

    private boolean isAtSite(CustomerEnd end) {
        return network.sites().containsKey(name)
                && network.sites()
                        .get(name)
                        .routers()
                        .containsKey(end.link(network).router());
    }

    private static boolean isPrivate(PeeringLeg leg) {
        return leg.kind() == PeeringKind.PRIVATE;
    }

    private Place end(CustomerEnd end) {
        return new Place(
                network.announcedOn(end.kind(), end.link(network)),
                (before, prefixes) -> end.change(before, link -> link.advertise(Optional.of(prefixes))));
    }

    private static Place virtualNetwork(VirtualNetwork vnet) {
        return new Place(vnet.prefixes(), (before, prefixes) -> before.toBuilder()
                .put(vnet.toBuilder().prefixes(prefixes).build())
                .build());
    }

    private Place internetLink(InternetLink link) {
        return new Place(network.announcedOn(link), (before, prefixes) -> before.toBuilder()
                .put(new InternetLink(
                        link.name(),
                        link.router(),
                        link.importPolicy(),
                        link.exportPolicy(),
                        Optional.of(prefixes),
                        link.delayNanos(),
                        link.domain()))
                .build());
    }

    private static Place cloud(ForeignCloud cloud) {
        return new Place(cloud.prefixes(), (before, prefixes) -> before.toBuilder()
                .put(cloud.withPrefixes(prefixes))
                .build());
    }

    private Place appliance(Appliance appliance) {
        ApplianceBgp bgp = appliance.bgp().orElseThrow(() -> new IllegalArgumentException(name + " speaks no BGP"));
        return new Place(bgp.announced(), (before, prefixes) -> before.toBuilder()
                .put(appliance.withBgp(bgp.withAnnounced(prefixes)))
                .build());
    }

    private static Place behindProvider(Site site) {
        return new Place(site.prefixes(), (before, prefixes) -> before.toBuilder()
                .put(site.withPrefixes(prefixes))
                .build());
    }
}

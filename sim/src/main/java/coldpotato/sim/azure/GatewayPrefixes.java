package coldpotato.sim.azure;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.core.azure.AddressSpace;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VnetPeers;
import coldpotato.core.azure.grounds.Conflicts;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the gateways of a VNet announce, as {@link VnetPeers#announcedBy} says, with the communities of the VNet that each prefix is
 * of.
 */
final class GatewayPrefixes {
    private final VnetPeers peers;

    GatewayPrefixes(VnetPeers peers) {
        this.peers = peers;
    }

    /** As the gateways' speakers originate them, summaries last. */
    ImmutableList<Origination> originations(VirtualNetwork vnet, Basis at) {
        return peers.announcedBy(vnet).stream()
                .map(space -> origination(space, at))
                .collect(ImmutableList.toImmutableList());
    }

    /** The prefixes alone. */
    ImmutableSet<Prefix> prefixes(VirtualNetwork vnet) {
        return peers.prefixesAnnouncedBy(vnet);
    }

    static Origination origination(AddressSpace space, Basis at) {
        return new Origination(space.prefix(), Origin.IGP, AsPath.EMPTY, communities(space.vnet(), at));
    }

    /** The region's community is shown only together with one of the customer's own. */
    private static ImmutableSet<Community> communities(VirtualNetwork vnet, Basis at) {
        return vnet.customCommunity()
                .map(custom -> Stream.concat(Stream.of(custom), regional(vnet, at).stream())
                        .collect(ImmutableSet.toImmutableSet()))
                .orElse(ImmutableSet.of());
    }

    private static Optional<Community> regional(VirtualNetwork vnet, Basis at) {
        return Region.catalogue()
                .find(vnet.region())
                .flatMap(Region::onPrivatePeering)
                .filter(any -> at.choice(Conflicts.REGIONAL_COMMUNITY).equals(Conflicts.WITH_CUSTOM_COMMUNITY));
    }
}

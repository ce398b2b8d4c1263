package coldpotato.sim.azure;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
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
 * What the gateways of a VNet announce: whole address spaces, of the VNet and of those that use its gateways, but summaries in
 * place of the spaces that they cover (expressroute-about-virtual-network-gateways.md).
 */
final class GatewayPrefixes {
    private final VnetPeers peers;

    GatewayPrefixes(VnetPeers peers) {
        this.peers = peers;
    }

    /** As the gateways' speakers originate them, summaries last. */
    ImmutableList<Origination> originations(VirtualNetwork vnet, Basis at) {
        Stream<Origination> spaces = Stream.concat(Stream.of(vnet), peers.usersOfGateways(vnet).stream())
                .flatMap(each -> each.prefixes().stream()
                        .filter(space -> !vnet.isSummarized(space))
                        .map(space -> origination(space, each, at)));
        Stream<Origination> summaries = vnet.summaries().stream().map(summary -> origination(summary, vnet, at));
        return Stream.concat(spaces, summaries).collect(ImmutableList.toImmutableList());
    }

    /** The prefixes alone. */
    ImmutableSet<Prefix> prefixes(VirtualNetwork vnet) {
        return peers.announcedBy(vnet);
    }

    static Origination origination(Prefix prefix, VirtualNetwork vnet, Basis at) {
        return new Origination(prefix, Origin.IGP, AsPath.EMPTY, communities(vnet, at));
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
                .filter(any -> at.choice(Conflicts.REGIONAL_COMMUNITY).equals(Conflicts.REGIONAL_COMMUNITY.usual()));
    }
}

package coldpotato.sim.azure;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.core.azure.AssumptionValues;
import coldpotato.core.azure.Conflicts;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VnetPeers;
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
    private final AssumptionValues assumptions;

    GatewayPrefixes(VnetPeers peers, AssumptionValues assumptions) {
        this.peers = peers;
        this.assumptions = assumptions;
    }

    /** As the gateways' speakers originate them, summaries last. */
    ImmutableList<Origination> originations(VirtualNetwork vnet) {
        Stream<Origination> spaces = Stream.concat(Stream.of(vnet), peers.usersOfGateways(vnet).stream())
                .flatMap(each -> each.prefixes().stream()
                        .filter(space -> !vnet.isSummarized(space))
                        .map(space -> origination(space, each, assumptions)));
        Stream<Origination> summaries =
                vnet.summaries().stream().map(summary -> origination(summary, vnet, assumptions));
        return Stream.concat(spaces, summaries).collect(ImmutableList.toImmutableList());
    }

    /** The prefixes alone. */
    ImmutableSet<Prefix> prefixes(VirtualNetwork vnet) {
        return peers.announcedBy(vnet);
    }

    static Origination origination(Prefix prefix, VirtualNetwork vnet, AssumptionValues assumptions) {
        return new Origination(prefix, Origin.IGP, AsPath.EMPTY, communities(vnet, assumptions));
    }

    /** The region's community is shown only together with one of the customer's own. */
    private static ImmutableSet<Community> communities(VirtualNetwork vnet, AssumptionValues assumptions) {
        boolean shown = assumptions.choice(Conflicts.REGIONAL_COMMUNITY).equals(Conflicts.REGIONAL_COMMUNITY.usual());
        Optional<Community> regional = Region.catalogue()
                .find(vnet.region())
                .flatMap(Region::onPrivatePeering)
                .filter(any -> shown);
        return vnet.customCommunity()
                .map(custom ->
                        Stream.concat(Stream.of(custom), regional.stream()).collect(ImmutableSet.toImmutableSet()))
                .orElse(ImmutableSet.of());
    }
}

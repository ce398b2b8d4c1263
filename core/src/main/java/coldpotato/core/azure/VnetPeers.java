package coldpotato.core.azure;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/** Which VNets are neighbours, and who uses whose gateways (virtual-network-peering-overview.md). */
public final class VnetPeers {
    private final HybridNetwork network;

    public VnetPeers(HybridNetwork network) {
        this.network = network;
    }

    /** The VNets that are peered with this one, in the order of the peerings; peering is not transitive. */
    public ImmutableList<VirtualNetwork> of(VirtualNetwork vnet) {
        return network.vnetPeerings().values().stream()
                .filter(peering -> peering.joins(vnet.name()))
                .map(peering -> peering.hub().equals(vnet.name()) ? peering.spoke() : peering.hub())
                .distinct()
                .map(name -> network.virtualNetworks().get(name))
                .collect(ImmutableList.toImmutableList());
    }

    /** True if machines of the VNet send to an address without a gateway: it is in the VNet or in a peer. */
    public boolean reaches(VirtualNetwork vnet, IpAddress address) {
        return Stream.concat(Stream.of(vnet), of(vnet).stream())
                .flatMap(each -> each.prefixes().stream())
                .anyMatch(space -> space.contains(address));
    }

    /** The peers that use the gateways of this VNet. */
    public ImmutableList<VirtualNetwork> usersOfGateways(VirtualNetwork hub) {
        return network.vnetPeerings().values().stream()
                .filter(peering -> peering.hub().equals(hub.name()) && peering.isTransit())
                .map(VirtualNetworkPeering::spoke)
                .distinct()
                .map(name -> network.virtualNetworks().get(name))
                .collect(ImmutableList.toImmutableList());
    }

    /** The VNets whose gateways serve this one: itself, then the one that lends it its own. */
    public ImmutableList<VirtualNetwork> ownersOfGateways(VirtualNetwork vnet) {
        Stream<VirtualNetwork> lenders = network.vnetPeerings().values().stream()
                .filter(peering -> peering.spoke().equals(vnet.name()) && peering.isTransit())
                .map(peering -> network.virtualNetworks().get(peering.hub()));
        return Stream.concat(Stream.of(vnet), lenders).collect(ImmutableList.toImmutableList());
    }

    /**
     * What the gateways of a VNet announce: its address spaces and those of the VNets that use its gateways, but summaries in
     * place of the spaces that they cover, and last (expressroute-about-virtual-network-gateways.md).
     */
    public ImmutableList<AddressSpace> announcedBy(VirtualNetwork vnet) {
        Stream<AddressSpace> spaces = Stream.concat(Stream.of(vnet), usersOfGateways(vnet).stream())
                .flatMap(each -> each.prefixes().stream().map(space -> new AddressSpace(space, each)))
                .filter(space -> !vnet.isSummarized(space.prefix()));
        Stream<AddressSpace> summaries = vnet.summaries().stream().map(summary -> new AddressSpace(summary, vnet));
        return Stream.concat(spaces, summaries).collect(ImmutableList.toImmutableList());
    }

    /** The prefixes of that alone. */
    public ImmutableSet<Prefix> prefixesAnnouncedBy(VirtualNetwork vnet) {
        return announcedBy(vnet).stream().map(AddressSpace::prefix).collect(ImmutableSet.toImmutableSet());
    }
}

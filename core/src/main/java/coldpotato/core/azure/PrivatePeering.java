package coldpotato.core.azure;

import java.util.Optional;

/**
 * Private peering of a circuit, towards virtual networks (expressroute-circuit-peerings.md).
 *
 * @param state whether its sessions may be up
 * @param ipv4 link subnets
 * @param ipv6 link subnets
 * @param vlan 802.1Q tag, the same on both links
 * @param md5 key on Microsoft's side
 * @param bfd true if the MSEE runs BFD on it
 * @param primary the customer's side of the primary link
 * @param secondary the customer's side of the secondary link
 */
public record PrivatePeering(
        PeeringState state,
        Optional<LinkSubnets> ipv4,
        Optional<LinkSubnets> ipv6,
        int vlan,
        Optional<String> md5,
        boolean bfd,
        PeeringLink primary,
        PeeringLink secondary)
        implements Peering {

    /** Begins a peering that is switched on, with BFD. */
    public static PrivatePeeringBuilder builder(PeeringLink primary, PeeringLink secondary) {
        return new PrivatePeeringBuilder(primary, secondary);
    }

    @Override
    public PrivatePeeringBuilder toBuilder() {
        return new PrivatePeeringBuilder(this);
    }

    @Override
    public PeeringKind kind() {
        return PeeringKind.PRIVATE;
    }
}

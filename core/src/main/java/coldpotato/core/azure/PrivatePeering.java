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

    /** A peering that is switched on or off as a whole. */
    public PrivatePeering(
            boolean enabled,
            Optional<LinkSubnets> ipv4,
            Optional<LinkSubnets> ipv6,
            int vlan,
            Optional<String> md5,
            boolean bfd,
            PeeringLink primary,
            PeeringLink secondary) {
        this(PeeringState.of(enabled), ipv4, ipv6, vlan, md5, bfd, primary, secondary);
    }

    @Override
    public PeeringKind kind() {
        return PeeringKind.PRIVATE;
    }

    @Override
    public PrivatePeering withState(PeeringState value) {
        return new PrivatePeering(value, ipv4, ipv6, vlan, md5, bfd, primary, secondary);
    }

    @Override
    public PrivatePeering withBfd(boolean value) {
        return new PrivatePeering(state, ipv4, ipv6, vlan, md5, value, primary, secondary);
    }

    @Override
    public PrivatePeering withLink(Leg leg, PeeringLink link) {
        return switch (leg) {
            case PRIMARY -> new PrivatePeering(state, ipv4, ipv6, vlan, md5, bfd, link, secondary);
            case SECONDARY -> new PrivatePeering(state, ipv4, ipv6, vlan, md5, bfd, primary, link);
        };
    }
}

package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Microsoft peering of a circuit, towards Microsoft's public services (expressroute-circuit-peerings.md).
 *
 * @param state whether its sessions may be up
 * @param configured when it was set up: before 1 August 2017 it announces everything without a filter
 *     (how-to-routefilter-portal.md)
 * @param ipv4 link subnets, public addresses
 * @param ipv6 link subnets, public addresses
 * @param vlan 802.1Q tag, the same on both links and different from private peering's
 * @param md5 key on Microsoft's side
 * @param bfd true if the MSEE runs BFD on it
 * @param routeFilter name of the attached route filter
 * @param advertisedPublicPrefixes what the customer may announce, an access list on Microsoft's side
 * @param primary the customer's side of the primary link
 * @param secondary the customer's side of the secondary link
 */
public record MicrosoftPeering(
        PeeringState state,
        LocalDate configured,
        Optional<LinkSubnets> ipv4,
        Optional<LinkSubnets> ipv6,
        int vlan,
        Optional<String> md5,
        boolean bfd,
        Optional<String> routeFilter,
        ImmutableSet<Prefix> advertisedPublicPrefixes,
        PeeringLink primary,
        PeeringLink secondary)
        implements Peering {

    /** Begins a peering that is switched on, with BFD. */
    public static MicrosoftPeeringBuilder builder(LocalDate configured, PeeringLink primary, PeeringLink secondary) {
        return new MicrosoftPeeringBuilder(configured, primary, secondary);
    }

    @Override
    public MicrosoftPeeringBuilder toBuilder() {
        return new MicrosoftPeeringBuilder(this);
    }

    @Override
    public PeeringKind kind() {
        return PeeringKind.MICROSOFT;
    }

    /** The same with another route filter, or with none. */
    public MicrosoftPeering withRouteFilter(Optional<String> value) {
        return toBuilder().routeFilter(value).build();
    }

    /** The same with other prefixes that the customer may announce, about which Microsoft may be in doubt. */
    public MicrosoftPeering withAdvertisedPublicPrefixes(ImmutableSet<Prefix> value, PeeringState doubt) {
        return toBuilder().advertisedPublicPrefixes(value).state(doubt).build();
    }
}

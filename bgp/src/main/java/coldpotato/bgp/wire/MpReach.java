package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * What MP_REACH_NLRI says (RFC 4760 section 3).
 *
 * @param family null if it is none that the session carries
 * @param nextHop the global one
 * @param linkLocalNextHop the second one of IPv6 (RFC 2545 section 3), or null
 * @param prefixes of the family; empty if the session does not carry it
 * @param isReachable true if there are any prefixes, of whatever family
 */
record MpReach(
        AfiSafi family,
        IpAddress nextHop,
        IpAddress linkLocalNextHop,
        ImmutableList<Prefix> prefixes,
        boolean isReachable) {
    static final IpAddress NO_NEXT_HOP = IpAddress.ipv4(0);
    static final MpReach NONE = ignored(false);

    static MpReach ignored(boolean isReachable) {
        return new MpReach(null, NO_NEXT_HOP, null, ImmutableList.of(), isReachable);
    }
}

package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * What MP_UNREACH_NLRI says (RFC 4760 section 4).
 *
 * @param family null if it is none that the session carries
 * @param prefixes none for End-of-RIB
 */
record MpUnreach(AfiSafi family, ImmutableList<Prefix> prefixes) {
    static final MpUnreach NONE = new MpUnreach(null, ImmutableList.of());
}

package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * MP_REACH_NLRI and MP_UNREACH_NLRI (RFC 4760 sections 3 and 4).
 *
 * <pre>
 * reach:   AFI (2 octets) SAFI (1) next hop length (1) next hop, reserved (1) prefixes ...
 * unreach: AFI (2 octets) SAFI (1) prefixes ...
 * </pre>
 *
 * Prefixes of a family that the session does not carry are ignored (RFC 4760 section 7), once they can be told apart.
 */
final class MpNlriCodec {
    private static final int SAFI_LABELLED = 4;
    private static final int SAFI_VPN = 128;
    private static final int LABEL_BITS = 24;
    private static final int ROUTE_DISTINGUISHER_BITS = 64;

    private MpNlriCodec() {}

    static void readReach(Octets value, AttributeCollector into) {
        int afi = value.u16();
        int safi = value.u8();
        int nextHopLength = value.u8();
        if (nextHopLength + 1 > value.remaining()) {
            wrong(into, "a next hop of " + nextHopLength + " octets in " + value.remaining());
            return;
        }
        Octets nextHop = value.slice(nextHopLength);
        value.skip(1);
        boolean isReachable = !value.isEmpty();
        AfiSafi family = AfiSafi.of(afi, safi).orElse(null);
        if (family != null && !allowsNextHop(family, nextHopLength)) {
            wrong(into, "a next hop of " + nextHopLength + " octets for " + family.text());
            return;
        }
        ImmutableList<Prefix> prefixes = readPrefixes(value, afi, safi, into);
        into.reach(
                prefixes == null
                        ? MpReach.ignored(isReachable)
                        : new MpReach(
                                family, nextHop.address(family.family()), linkLocal(nextHop), prefixes, isReachable));
    }

    static void readUnreach(Octets value, AttributeCollector into) {
        int afi = value.u16();
        int safi = value.u8();
        ImmutableList<Prefix> prefixes = readPrefixes(value, afi, safi, into);
        if (prefixes != null) {
            into.unreach(new MpUnreach(AfiSafi.of(afi, safi).orElseThrow(), prefixes));
        }
    }

    /** An IPv6 next hop may be followed by a link-local one (RFC 2545 section 3). */
    private static boolean allowsNextHop(AfiSafi family, int length) {
        return length == family.family().octets() || (family.family() == Family.IPV6 && length == 32);
    }

    private static IpAddress linkLocal(Octets behindGlobal) {
        return behindGlobal.isEmpty() ? null : behindGlobal.address(Family.IPV6);
    }

    /** The prefixes, or null, reported, if they are malformed or not carried on this session. */
    private static ImmutableList<Prefix> readPrefixes(Octets nlri, int afi, int safi, AttributeCollector into) {
        AfiSafi family = AfiSafi.of(afi, safi).orElse(null);
        if (family == null) {
            ignoreForeign(nlri, afi, safi, into);
            return null;
        }
        boolean addPath = into.context().addPathFamilies().contains(family);
        int count = NlriCodec.count(nlri, 0, family.family().bits(), addPath);
        if (count == NlriCodec.MALFORMED) {
            wrong(into, "a prefix is too long or runs past the end");
            return null;
        }
        if (!into.context().families().contains(family)) {
            ignored(into, family.text() + " was not agreed on");
            return null;
        }
        return NlriCodec.read(nlri, family.family(), count, addPath);
    }

    /**
     * Labelled and VPN prefixes (RFC 8277, RFC 4364) are prefixes with more in front: one can see whether they are well
     * formed. Nothing was agreed for them, so that path identifiers may or may not be there.
     */
    private static void ignoreForeign(Octets nlri, int afi, int safi, AttributeCollector into) {
        int inFront =
                switch (safi) {
                    case SAFI_LABELLED -> LABEL_BITS;
                    case SAFI_VPN -> LABEL_BITS + ROUTE_DISTINGUISHER_BITS;
                    default -> 0;
                };
        if (inFront > 0 && isMalformed(nlri, inFront, false) && isMalformed(nlri, inFront, true)) {
            wrong(into, "a prefix of AFI " + afi + " SAFI " + safi + " is too short or runs past the end");
        } else {
            ignored(into, "AFI " + afi + " SAFI " + safi + " is not carried here");
        }
    }

    private static boolean isMalformed(Octets nlri, int bitsMin, boolean addPath) {
        return NlriCodec.count(nlri, bitsMin, 255, addPath) == NlriCodec.MALFORMED;
    }

    private static void wrong(AttributeCollector into, String text) {
        into.malformed(NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, text);
    }

    private static void ignored(AttributeCollector into, String text) {
        into.fault(Reaction.NONE, NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, text);
    }
}

package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Family;
import com.google.common.primitives.ImmutableIntArray;

/** The attributes that are a number, an address, a list of numbers or nothing. */
final class PlainAttributes {
    private static final Origin[] ORIGINS = Origin.values();
    private static final int AIGP_TLV = 1;
    private static final int AIGP_TLV_LENGTH = 11;

    private PlainAttributes() {}

    static void readOrigin(Octets value, AttributeCollector into) {
        int origin = value.u8();
        if (origin < ORIGINS.length) {
            into.builder().origin(ORIGINS[origin]);
        } else {
            into.malformed(NotificationCode.INVALID_ORIGIN_ATTRIBUTE, "value " + origin + " is none of 0, 1, 2");
        }
    }

    static boolean writeOrigin(PathAttributes attributes, AttributeWriter out) {
        out.value().u8(attributes.origin().ordinal());
        return true;
    }

    static void readNextHop(Octets value, AttributeCollector into) {
        into.nextHop(value.address(Family.IPV4));
    }

    /** IPv6 routes have theirs in MP_REACH_NLRI. */
    static boolean writeNextHop(PathAttributes attributes, AttributeWriter out) {
        if (out.family() != AfiSafi.IPV4_UNICAST) {
            return false;
        }
        out.value().address(attributes.nextHop());
        return true;
    }

    static void readMed(Octets value, AttributeCollector into) {
        into.builder().med(value.u32());
    }

    static boolean writeMed(PathAttributes attributes, AttributeWriter out) {
        out.value().i32((int) attributes.med());
        return attributes.med() != PathAttributes.ABSENT;
    }

    static void readLocalPref(Octets value, AttributeCollector into) {
        into.builder().localPref(value.u32());
    }

    static boolean writeLocalPref(PathAttributes attributes, AttributeWriter out) {
        out.value().i32((int) attributes.localPref());
        return attributes.localPref() != PathAttributes.ABSENT;
    }

    static void readAtomicAggregate(Octets value, AttributeCollector into) {
        into.builder().atomicAggregate(true);
    }

    static boolean writeAtomicAggregate(PathAttributes attributes, AttributeWriter out) {
        return attributes.atomicAggregate();
    }

    static void readOriginatorId(Octets value, AttributeCollector into) {
        into.builder().originatorId(value.address(Family.IPV4));
    }

    static boolean writeOriginatorId(PathAttributes attributes, AttributeWriter out) {
        attributes.originatorId().ifPresent(out.value()::address);
        return attributes.originatorId().isPresent();
    }

    static void readClusterList(Octets value, AttributeCollector into) {
        ImmutableIntArray.Builder clusters = ImmutableIntArray.builder(value.remaining() / 4);
        while (!value.isEmpty()) {
            clusters.add(value.i32());
        }
        into.builder().clusterList(clusters.build());
    }

    static boolean writeClusterList(PathAttributes attributes, AttributeWriter out) {
        attributes.clusterList().forEach(out.value()::i32);
        return !attributes.clusterList().isEmpty();
    }

    /** RFC 7311 section 3: TLVs of at least three octets that fill the value, those of type 1 of eleven. */
    static void checkAigp(Octets value, AttributeCollector into) {
        while (!value.isEmpty()) {
            int type = value.remaining() < 3 ? 0 : value.u8();
            int length = type == 0 ? 0 : value.u16();
            boolean fits = length >= 3 && length - 3 <= value.remaining();
            if (!fits || (type == AIGP_TLV && length != AIGP_TLV_LENGTH)) {
                into.malformed(NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, "a TLV has a wrong length");
                return;
            }
            value.skip(length - 3);
        }
    }

    static void passOn(Octets value, AttributeCollector into) {
        into.passOn(AttributeKind.OPTIONAL_TRANSITIVE.flags(), value);
    }
}

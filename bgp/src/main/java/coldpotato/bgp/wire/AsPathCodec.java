package coldpotato.bgp.wire;

import static coldpotato.bgp.attr.AsPath.SEGMENT_LENGTH_MAX;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AsSegment;
import coldpotato.bgp.attr.AsSegment.Type;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Asn;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;

/**
 * AS_PATH and AS4_PATH (RFC 4271 section 4.3, RFC 6793, RFC 7606 section 7.2, RFC 7607).
 *
 * <pre>
 * segment: type (1 octet) count (1) AS numbers (2 or 4 each) ...
 * </pre>
 */
final class AsPathCodec {
    private static final Type[] TYPES = Type.values();

    private AsPathCodec() {}

    static void readAsPath(Octets value, AttributeCollector into) {
        int width = into.context().fourOctetAs() ? 4 : 2;
        if (!isWellFormed(value, width)) {
            into.malformed(NotificationCode.MALFORMED_AS_PATH, "a segment has a wrong type or length");
            return;
        }
        AsPath path = read(value, width);
        if (into.context().isExternal() && hasConfederation(path)) {
            into.malformed(NotificationCode.MALFORMED_AS_PATH, "confederation segments from another AS (RFC 5065)");
        } else if (path.contains(0)) {
            into.malformed(NotificationCode.MALFORMED_AS_PATH, "AS 0 (RFC 7607)");
        } else {
            into.asPath(path);
        }
    }

    static void readAs4Path(Octets value, AttributeCollector into) {
        if (!isWellFormed(value, 4)) {
            into.malformed(NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, "a segment has a wrong type or length");
            return;
        }
        AsPath path = read(value, 4);
        if (path.contains(0)) {
            into.malformed(NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, "AS 0 (RFC 7607)");
            return;
        }
        if (hasConfederation(path)) {
            into.fault(Reaction.NONE, NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, "confederation segments are left out");
        }
        into.as4Path(withoutConfederation(path));
    }

    private static boolean isWellFormed(Octets value, int width) {
        Octets in = value.again();
        while (!in.isEmpty()) {
            if (in.remaining() < 2) {
                return false;
            }
            int type = in.u8();
            int count = in.u8();
            if (type < 1 || type > TYPES.length || count == 0 || count * width > in.remaining()) {
                return false;
            }
            in.skip(count * width);
        }
        return true;
    }

    private static AsPath read(Octets value, int width) {
        if (value.isEmpty()) {
            return AsPath.EMPTY;
        }
        ImmutableList.Builder<AsSegment> segments = ImmutableList.builder();
        while (!value.isEmpty()) {
            Type type = TYPES[value.u8() - 1];
            int count = value.u8();
            ImmutableIntArray.Builder asns = ImmutableIntArray.builder(count);
            for (int i = 0; i < count; i++) {
                asns.add(width == 4 ? value.i32() : value.u16());
            }
            segments.add(new AsSegment(type, asns.build()));
        }
        return new AsPath(segments.build());
    }

    private static boolean hasConfederation(AsPath path) {
        for (AsSegment segment : path.segments()) {
            if (segment.type().isConfederation()) {
                return true;
            }
        }
        return false;
    }

    private static AsPath withoutConfederation(AsPath path) {
        if (!hasConfederation(path)) {
            return path;
        }
        return new AsPath(path.segments().stream()
                .filter(segment -> !segment.type().isConfederation())
                .collect(ImmutableList.toImmutableList()));
    }

    /**
     * The path as it was before an old speaker handled it: the front of AS_PATH, as much as AS4_PATH is shorter, then
     * AS4_PATH (RFC 6793 section 4.2.3).
     */
    static AsPath merge(AsPath path, AsPath as4Path) {
        int missing = path.length() - as4Path.length();
        if (missing < 0) {
            return path;
        }
        ImmutableList.Builder<AsSegment> segments = ImmutableList.builder();
        for (AsSegment segment : path.segments()) {
            // Confederation segments count nothing and stay with what they stand beside.
            if (missing == 0 && !segment.type().isConfederation()) {
                break;
            }
            AsSegment front = segment.type() == Type.AS_SEQUENCE ? head(segment, missing) : segment;
            segments.add(front);
            missing -= front.length();
        }
        return joined(segments.build(), as4Path.segments());
    }

    private static AsSegment head(AsSegment segment, int length) {
        return length >= segment.asns().length()
                ? segment
                : new AsSegment(segment.type(), segment.asns().subArray(0, length));
    }

    /** Both lists, two sequences that meet made one. */
    private static AsPath joined(ImmutableList<AsSegment> front, ImmutableList<AsSegment> back) {
        AsSegment last = front.isEmpty() ? null : front.get(front.size() - 1);
        AsSegment first = back.isEmpty() ? null : back.get(0);
        boolean joins = last != null
                && first != null
                && last.type() == Type.AS_SEQUENCE
                && first.type() == Type.AS_SEQUENCE
                && last.asns().length() + first.asns().length() <= SEGMENT_LENGTH_MAX;
        ImmutableList.Builder<AsSegment> segments = ImmutableList.builder();
        segments.addAll(joins ? front.subList(0, front.size() - 1) : front);
        if (joins) {
            ImmutableIntArray.Builder asns = ImmutableIntArray.builder();
            segments.add(new AsSegment(
                    Type.AS_SEQUENCE,
                    asns.addAll(last.asns()).addAll(first.asns()).build()));
        }
        return new AsPath(
                segments.addAll(back.subList(joins ? 1 : 0, back.size())).build());
    }

    static boolean writeAsPath(PathAttributes attributes, AttributeWriter out) {
        write(attributes.asPath(), out.context().fourOctetAs() ? 4 : 2, out.value());
        return true;
    }

    /** Only where AS_PATH hides something; never with confederation segments (RFC 6793 sections 3 and 4.2.2). */
    static boolean writeAs4Path(PathAttributes attributes, AttributeWriter out) {
        if (!attributes.asPath().anyMatch(AsPathCodec::needsFourOctets)) {
            return false;
        }
        write(withoutConfederation(attributes.asPath()), 4, out.value());
        return true;
    }

    static boolean needsFourOctets(int asn) {
        return asn >>> 16 != 0;
    }

    private static void write(AsPath path, int width, OctetWriter out) {
        for (AsSegment segment : path.segments()) {
            out.u8(segment.type().number()).u8(segment.asns().length());
            for (int i = 0; i < segment.asns().length(); i++) {
                int asn = segment.asns().get(i);
                if (width == 4) {
                    out.i32(asn);
                } else {
                    out.u16(needsFourOctets(asn) ? Asn.AS_TRANS : asn);
                }
            }
        }
    }
}

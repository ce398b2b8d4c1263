package coldpotato.bgp.policy;

import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;

/**
 * Some communities of one kind, written like a community with a number, a range or {@code *} in each place: {@code
 * 12076:50002}, {@code 12076:51000..51999}, {@code 65001:*:*}, {@code rt:65001:*}, {@code no-export}.
 *
 * @param kind which communities it is about
 * @param parts the numbers between the colons
 */
public record CommunityPattern(Kind kind, ImmutableList<NumberRange> parts) {

    /** The kinds of communities, told apart by how they are written. */
    public enum Kind {
        /** RFC 1997: {@code asn:value}. */
        STANDARD(2, 0),
        /** RFC 8092: {@code asn:data1:data2}. */
        LARGE(3, 0),
        /** RFC 4360, route target of a two-octet AS: {@code rt:asn:value}. */
        RT(2, 0x0002),
        /** RFC 4360, site of origin of a two-octet AS: {@code soo:asn:value}. */
        SOO(2, 0x0003);

        private final int parts;
        private final int type;

        Kind(int parts, int type) {
            this.parts = parts;
            this.type = type;
        }

        private String prefix() {
            return type == 0 ? "" : name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /** Reads a pattern; empty if the text is none. */
    public static Optional<CommunityPattern> tryParse(String text) {
        Optional<Community> exact = Community.tryParse(text);
        if (exact.isPresent()) {
            return exact.map(CommunityPattern::of);
        }
        if (text.startsWith("rt:")) {
            return tryParse(Kind.RT, text.substring(3));
        }
        if (text.startsWith("soo:")) {
            return tryParse(Kind.SOO, text.substring(4));
        }
        return tryParse(text.chars().filter(c -> c == ':').count() == 2 ? Kind.LARGE : Kind.STANDARD, text);
    }

    /** @throws IllegalArgumentException if the text is not a pattern of communities */
    public static CommunityPattern parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a community or pattern of communities: " + text));
    }

    /** The pattern that only this community matches. */
    public static CommunityPattern of(Community community) {
        int bits = community.bits();
        return new CommunityPattern(
                Kind.STANDARD, ImmutableList.of(NumberRange.of(bits >>> 16), NumberRange.of(bits & 0xffff)));
    }

    private static Optional<CommunityPattern> tryParse(Kind kind, String text) {
        ImmutableList.Builder<NumberRange> ranges = ImmutableList.builder();
        String[] parts = text.split(":", -1);
        for (String part : parts) {
            Optional<NumberRange> range = NumberRange.tryParse(part);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return parts.length == kind.parts ? Optional.of(new CommunityPattern(kind, ranges.build())) : Optional.empty();
    }

    public boolean matches(Community community) {
        return kind == Kind.STANDARD
                && parts.get(0).contains(community.bits() >>> 16)
                && parts.get(1).contains(community.bits() & 0xffff);
    }

    public boolean matches(LargeCommunity community) {
        return kind == Kind.LARGE
                && parts.get(0).contains(Integer.toUnsignedLong(community.global()))
                && parts.get(1).contains(Integer.toUnsignedLong(community.data1()))
                && parts.get(2).contains(Integer.toUnsignedLong(community.data2()));
    }

    public boolean matches(ExtendedCommunity community) {
        return kind.type != 0
                && kind.type == (int) (community.bits() >>> 48)
                && parts.get(0).contains(community.bits() >>> 32 & 0xffff)
                && parts.get(1).contains(community.bits() & 0xffff_ffffL);
    }

    /** As {@link #tryParse} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.prefix());
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : ":").append(parts.get(i));
        }
        return text.toString();
    }
}

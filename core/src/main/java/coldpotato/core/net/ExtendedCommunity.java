package coldpotato.core.net;

import java.util.Locale;

/**
 * An extended community of eight octets (RFC 4360), carried unread. Sorts as an unsigned number.
 *
 * @param bits the eight octets
 */
public record ExtendedCommunity(long bits) implements Comparable<ExtendedCommunity> {

    /** True if the community may cross an AS border: the transitive bit of its type is clear (RFC 4360 section 2). */
    public boolean isTransitive() {
        return (bits >>> 62 & 1) == 0;
    }

    @Override
    public int compareTo(ExtendedCommunity other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    /** {@code rt:65001:30} and {@code soo:65001:30} for the two-octet AS forms, hexadecimal otherwise. */
    @Override
    public String toString() {
        int type = (int) (bits >>> 48);
        String value = (bits >>> 32 & 0xffff) + ":" + (bits & 0xffff_ffffL);
        return switch (type) {
            case 0x0002 -> "rt:" + value;
            case 0x0003 -> "soo:" + value;
            default -> String.format(Locale.ROOT, "0x%016x", bits);
        };
    }
}

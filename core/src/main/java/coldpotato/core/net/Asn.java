package coldpotato.core.net;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * An autonomous system number of four octets (RFC 6793). On the path of an UPDATE AS numbers travel as {@code int};
 * this type is for configuration and text.
 *
 * @param value 0 to 4294967295
 */
public record Asn(long value) implements Comparable<Asn> {
    /** Stands for a four-octet number where only two octets fit (RFC 6793). */
    public static final int AS_TRANS = 23456;

    /** Microsoft's AS number on every peering. */
    public static final Asn MICROSOFT = new Asn(12076);

    public Asn {
        checkArgument(value >= 0 && value <= 0xffff_ffffL, "an AS number has 32 bits: %s", value);
    }

    public static Asn ofInt(int bits) {
        return new Asn(Integer.toUnsignedLong(bits));
    }

    /** Reads asplain ({@code 65550}) and asdot ({@code 1.14}) text (RFC 5396); empty if it is neither. */
    public static Optional<Asn> tryParse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 2) {
            return Optional.empty();
        }
        long value = 0;
        for (String part : parts) {
            if (!part.matches("[0-9]{1,10}") || (parts.length == 2 && Long.parseLong(part) > 0xffff)) {
                return Optional.empty();
            }
            value = (value << 16) + Long.parseLong(part);
        }
        return value > 0xffff_ffffL ? Optional.empty() : Optional.of(new Asn(value));
    }

    /** @throws IllegalArgumentException if the text is not an AS number */
    public static Asn parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not an AS number: " + text));
    }

    /** The same number in 32 bits, unsigned. */
    public int toInt() {
        return (int) value;
    }

    /** Reserved for private use: 64512 to 65534 and 4200000000 to 4294967294 (RFC 6996). */
    public static boolean isPrivate(int asn) {
        long value = Integer.toUnsignedLong(asn);
        return (value >= 64512 && value <= 65534) || (value >= 4_200_000_000L && value <= 4_294_967_294L);
    }

    /** Reserved for documentation: 64496 to 64511 and 65536 to 65551 (RFC 5398). */
    public static boolean isDocumentation(int asn) {
        long value = Integer.toUnsignedLong(asn);
        return (value >= 64496 && value <= 64511) || (value >= 65536 && value <= 65551);
    }

    /** Reserved, for no network to use: 0 (RFC 7607), AS_TRANS (RFC 6793), 65535 and 4294967295 (RFC 7300). */
    public boolean isNobodys() {
        return value == 0 || value == AS_TRANS || value == 65_535 || value == 0xffff_ffffL;
    }

    public boolean isPrivate() {
        return isPrivate(toInt());
    }

    public boolean isDocumentation() {
        return isDocumentation(toInt());
    }

    @Override
    public int compareTo(Asn other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

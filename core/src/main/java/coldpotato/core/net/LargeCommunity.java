package coldpotato.core.net;

import java.util.Comparator;
import java.util.Optional;

/**
 * A community of three four-octet numbers (RFC 8092), written {@code asn:data1:data2}.
 *
 * @param global the AS number that defines the meaning, unsigned
 * @param data1 the first local part, unsigned
 * @param data2 the second local part, unsigned
 */
public record LargeCommunity(int global, int data1, int data2) implements Comparable<LargeCommunity> {
    private static final Comparator<LargeCommunity> ORDER = Comparator.<LargeCommunity>comparingLong(
                    c -> Integer.toUnsignedLong(c.global))
            .thenComparingLong(c -> Integer.toUnsignedLong(c.data1))
            .thenComparingLong(c -> Integer.toUnsignedLong(c.data2));

    /** Reads {@code 65001:1:2}; empty if it is not a large community. */
    public static Optional<LargeCommunity> tryParse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        int[] numbers = new int[3];
        for (int i = 0; i < 3; i++) {
            if (!parts[i].matches("[0-9]{1,10}") || Long.parseLong(parts[i]) > 0xffff_ffffL) {
                return Optional.empty();
            }
            numbers[i] = (int) Long.parseLong(parts[i]);
        }
        return Optional.of(new LargeCommunity(numbers[0], numbers[1], numbers[2]));
    }

    @Override
    public int compareTo(LargeCommunity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return Integer.toUnsignedString(global) + ":" + Integer.toUnsignedString(data1) + ":"
                + Integer.toUnsignedString(data2);
    }
}

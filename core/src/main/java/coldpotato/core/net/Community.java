package coldpotato.core.net;

import com.google.common.collect.ImmutableBiMap;
import java.util.Optional;

/**
 * A community of four octets (RFC 1997), written {@code asn:value}. Sorts as an unsigned number.
 *
 * @param bits the four octets
 */
public record Community(int bits) implements Comparable<Community> {
    public static final Community NO_EXPORT = new Community(0xffff_ff01);
    public static final Community NO_ADVERTISE = new Community(0xffff_ff02);
    public static final Community NO_EXPORT_SUBCONFED = new Community(0xffff_ff03);
    /** RFC 3765. */
    public static final Community NO_PEER = new Community(0xffff_ff04);
    /** RFC 8326. */
    public static final Community GRACEFUL_SHUTDOWN = new Community(0xffff_0000);
    /** RFC 7999. */
    public static final Community BLACKHOLE = new Community(0xffff_029a);

    private static final ImmutableBiMap<String, Community> WELL_KNOWN = ImmutableBiMap.<String, Community>builder()
            .put("no-export", NO_EXPORT)
            .put("no-advertise", NO_ADVERTISE)
            .put("no-export-subconfed", NO_EXPORT_SUBCONFED)
            .put("no-peer", NO_PEER)
            .put("graceful-shutdown", GRACEFUL_SHUTDOWN)
            .put("blackhole", BLACKHOLE)
            .buildOrThrow();

    public static Community of(int asn, int value) {
        return new Community(asn << 16 | value & 0xffff);
    }

    /** Reads {@code 65001:30} or a well-known name such as {@code no-export}; empty if it is neither. */
    public static Optional<Community> tryParse(String text) {
        Community named = WELL_KNOWN.get(text);
        if (named != null) {
            return Optional.of(named);
        }
        if (!text.matches("[0-9]{1,5}:[0-9]{1,5}")) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        int asn = Integer.parseInt(text.substring(0, colon));
        int value = Integer.parseInt(text.substring(colon + 1));
        return asn > 0xffff || value > 0xffff ? Optional.empty() : Optional.of(of(asn, value));
    }

    /** @throws IllegalArgumentException if the text is not a community */
    public static Community parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a community: " + text));
    }

    @Override
    public int compareTo(Community other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        String name = WELL_KNOWN.inverse().get(this);
        return name != null ? name : (bits >>> 16) + ":" + (bits & 0xffff);
    }
}

package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/** Which addresses may be used in public. */
public final class PublicAddresses {
    /** Blocks for private use: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291. */
    public static final ImmutableSet<Prefix> NOT_PUBLIC = ImmutableSet.of(
            Prefix.parse("10.0.0.0/8"),
            Prefix.parse("172.16.0.0/12"),
            Prefix.parse("192.168.0.0/16"),
            Prefix.parse("100.64.0.0/10"),
            Prefix.parse("169.254.0.0/16"),
            Prefix.parse("fc00::/7"),
            Prefix.parse("fe80::/10"));

    private PublicAddresses() {}

    /** True if any part of the prefix is for private use, a default route being all of them. */
    public static boolean isNotPublic(Prefix prefix) {
        return NOT_PUBLIC.stream().anyMatch(prefix::overlaps);
    }
}

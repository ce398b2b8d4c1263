package coldpotato.core.net;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;

/** How a router picks one of several equal next hops for a flow; flows stay where they are until these change. */
public enum EcmpHashing {
    /** A next hop that goes moves only its own flows, and one that comes takes its share from all others. */
    RESILIENT,
    /** The remainder of the hash by the number of next hops (RFC 2992): one that comes or goes moves most flows. */
    MODULO;

    /** The words for all of them. */
    public static ImmutableSet<String> texts() {
        return Arrays.stream(values()).map(EcmpHashing::text).collect(ImmutableSet.toImmutableSet());
    }

    /** @throws IllegalArgumentException if no way of hashing is called that */
    public static EcmpHashing parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** What people call it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package coldpotato.interop;

import java.util.List;
import java.util.stream.IntStream;

/** A network of the customer's that its edge announces, with the values that it puts on it, as {@code 65010:1}. */
record OwnRoute(String prefix, List<String> communities, List<String> large, List<String> routeTargets) {
    static OwnRoute plain(String prefix) {
        return new OwnRoute(prefix, List.of(), List.of(), List.of());
    }

    /** So many networks of length 24, from 20.0.0.0 on. */
    static List<OwnRoute> many(int count) {
        return IntStream.range(0, count).mapToObj(OwnRoute::plain).toList();
    }

    /** So many networks, each with a community that no other has, so that each needs an UPDATE of its own. */
    static List<OwnRoute> manyApart(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OwnRoute(
                        plain(i).prefix(), List.of((64512 + (i >> 16)) + ":" + (i & 0xffff)), List.of(), List.of()))
                .toList();
    }

    private static OwnRoute plain(int i) {
        return plain((20 + (i >> 16)) + "." + (i >> 8 & 255) + "." + (i & 255) + ".0/24");
    }

    boolean isIpv6() {
        return prefix.contains(":");
    }
}

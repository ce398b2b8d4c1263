package coldpotato.interop;

import java.util.List;

/** A network of the customer's that its edge announces, with the values that it puts on it, as {@code 65010:1}. */
record OwnRoute(String prefix, List<String> communities, List<String> large, List<String> routeTargets) {
    static OwnRoute plain(String prefix) {
        return new OwnRoute(prefix, List.of(), List.of(), List.of());
    }

    boolean isIpv6() {
        return prefix.contains(":");
    }
}

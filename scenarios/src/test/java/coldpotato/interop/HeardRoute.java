package coldpotato.interop;

import java.util.List;

/**
 * A route as a router shows it, in one spelling for all of them.
 *
 * @param asPath as {@code 12076 65515}
 * @param extended as {@code rt:12076:5}
 */
record HeardRoute(
        String prefix,
        String nextHop,
        String asPath,
        List<String> communities,
        List<String> large,
        List<String> extended) {

    /** Without what it carries: {@code 10.20.0.0/16 via 192.168.100.130, 12076}. */
    String path() {
        return prefix + " via " + nextHop + ", " + asPath;
    }
}

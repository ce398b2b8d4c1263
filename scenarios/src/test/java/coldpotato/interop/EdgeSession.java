package coldpotato.interop;

/**
 * A BGP session as the customer's edge configures it.
 *
 * @param holdSeconds what it proposes; keepalives are sent three times as often
 * @param password for TCP MD5 (RFC 2385), empty for none
 * @param prefixMax it drops the session when it hears more routes than that; 0 for no limit
 * @param passive it waits to be dialed
 */
record EdgeSession(
        String name,
        String local,
        String remote,
        long remoteAs,
        int holdSeconds,
        String password,
        int prefixMax,
        boolean passive,
        boolean ttlSecurity,
        boolean bfd) {
    static EdgeSession of(String name, String local, String remote, long remoteAs) {
        return new EdgeSession(name, local, remote, remoteAs, 9, "", 0, false, false, false);
    }

    EdgeSession onlyListening() {
        return new EdgeSession(name, local, remote, remoteAs, holdSeconds, password, prefixMax, true, ttlSecurity, bfd);
    }

    EdgeSession withPassword(String word) {
        return new EdgeSession(name, local, remote, remoteAs, holdSeconds, word, prefixMax, passive, ttlSecurity, bfd);
    }

    EdgeSession withPrefixMax(int max) {
        return new EdgeSession(name, local, remote, remoteAs, holdSeconds, password, max, passive, ttlSecurity, bfd);
    }

    EdgeSession withHoldSeconds(int seconds) {
        return new EdgeSession(name, local, remote, remoteAs, seconds, password, prefixMax, passive, ttlSecurity, bfd);
    }

    EdgeSession withTtlSecurity() {
        return new EdgeSession(name, local, remote, remoteAs, holdSeconds, password, prefixMax, passive, true, bfd);
    }

    EdgeSession withBfd() {
        return new EdgeSession(
                name, local, remote, remoteAs, holdSeconds, password, prefixMax, passive, ttlSecurity, true);
    }

    boolean isIpv6() {
        return remote.contains(":");
    }

    int keepaliveSeconds() {
        return Math.max(1, holdSeconds / 3);
    }
}

package coldpotato.interop;

import com.google.common.collect.ImmutableSet;

/** What is tried with every daemon that has it; a row of the table in {@code bgp/README.md}. */
enum Feature {
    DAEMON_DIALS("session, the daemon dials"),
    WE_DIAL("session, we dial"),
    COLLISION("collision: both dial at once, one connection stays (RFC 4271 6.8)"),
    PAIR("both links of a circuit, to two MSEEs"),
    IPV4("IPv4 unicast, both ways"),
    IPV6("IPv6 unicast, both ways (RFC 4760)"),
    FOUR_OCTET_AS("4-octet AS numbers (RFC 6793)"),
    COMMUNITIES("communities, exactly, both ways (RFC 1997)"),
    LARGE_COMMUNITIES("large communities, exactly, both ways (RFC 8092)"),
    EXTENDED_COMMUNITIES("extended communities, exactly, both ways (RFC 4360)"),
    ROUTE_REFRESH("route refresh that the daemon asks for (RFC 2918)", Product.GOBGP),
    MD5_RIGHT("TCP MD5, one password (RFC 2385)"),
    MD5_WRONG("TCP MD5, two passwords: no session"),
    GTSM("GTSM (RFC 5082)"),
    BFD("BFD: session down in under a second when frames vanish (RFC 5882)", Product.GOBGP, Product.OPENBGPD),
    HOLD_TIMER("hold timer, at both ends when frames vanish, and back"),
    OUR_PREFIX_LIMIT("our prefix limit: Cease, and back (RFC 4486)"),
    ITS_PREFIX_LIMIT("its prefix limit: Cease, and back (RFC 4486)"),
    ITS_SHUTDOWN("its shutdown with a text that we log (RFC 9003)", Product.GOBGP),
    OUR_SHUTDOWN("our shutdown with a text that it logs (RFC 9003)"),
    STOPS_READING("it reads nothing for a minute while a table changes: session stays, memory is bounded"),
    SEND_HOLD("it reads nothing for longer than the send hold time: session ends, and back (RFC 9687)");

    private final String label;
    private final ImmutableSet<Product> without;

    Feature(String label, Product... without) {
        this.label = label;
        this.without = ImmutableSet.copyOf(without);
    }

    String label() {
        return label;
    }

    /** False where the daemon's version cannot do it. */
    boolean isIn(Product product) {
        return !without.contains(product);
    }
}

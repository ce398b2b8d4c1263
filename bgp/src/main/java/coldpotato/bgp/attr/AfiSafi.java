package coldpotato.bgp.attr;

import coldpotato.core.net.Family;
import java.util.Optional;

/** The address families that BGP carries here (RFC 4760). */
public enum AfiSafi {
    IPV4_UNICAST(1, 1, Family.IPV4, "ipv4"),
    IPV6_UNICAST(2, 1, Family.IPV6, "ipv6");

    private final int afi;
    private final int safi;
    private final Family family;
    private final String text;

    AfiSafi(int afi, int safi, Family family, String text) {
        this.afi = afi;
        this.safi = safi;
        this.family = family;
        this.text = text;
    }

    /** The family with these numbers, empty if it is none that is carried here. */
    public static Optional<AfiSafi> of(int afi, int safi) {
        for (AfiSafi candidate : values()) {
            if (candidate.afi == afi && candidate.safi == safi) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    public static AfiSafi of(Family family) {
        return family == Family.IPV4 ? IPV4_UNICAST : IPV6_UNICAST;
    }

    /** Address family identifier as assigned by IANA. */
    public int afi() {
        return afi;
    }

    /** Subsequent address family identifier as assigned by IANA. */
    public int safi() {
        return safi;
    }

    public Family family() {
        return family;
    }

    /** {@code ipv4} or {@code ipv6}, as in names of sessions. */
    public String text() {
        return text;
    }
}

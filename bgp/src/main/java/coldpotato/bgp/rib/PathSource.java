package coldpotato.bgp.rib;

import coldpotato.core.net.IpAddress;

/**
 * Where a path comes from. Sorts by session name, which is unique on a router.
 *
 * @param session name of the session, {@code local} for routes of our own
 * @param kind what sort of neighbour it is
 * @param peerAddress the neighbour's end of the session
 * @param peerAs the neighbour's AS, unsigned
 * @param peerId the neighbour's BGP identifier
 * @param reflectorClient true if the neighbour is a route-reflection client of ours (RFC 4456)
 * @param group what the session belongs to, for limits on the number of groups in a multipath set
 * @param offPath true if the neighbour is never on the way of packets, so that its paths are told on but not used
 */
public record PathSource(
        String session,
        Kind kind,
        IpAddress peerAddress,
        int peerAs,
        IpAddress peerId,
        boolean reflectorClient,
        String group,
        boolean offPath)
        implements Comparable<PathSource> {

    /** A source whose paths are used. */
    public PathSource(
            String session,
            Kind kind,
            IpAddress peerAddress,
            int peerAs,
            IpAddress peerId,
            boolean reflectorClient,
            String group) {
        this(session, kind, peerAddress, peerAs, peerId, reflectorClient, group, false);
    }

    /** Sorts of sources. */
    public enum Kind {
        LOCAL,
        EBGP,
        IBGP
    }

    /** Routes that this router originates. */
    public static final PathSource LOCAL =
            new PathSource("local", Kind.LOCAL, IpAddress.ipv4(0), 0, IpAddress.ipv4(0), false, "local");

    public boolean isLocal() {
        return kind == Kind.LOCAL;
    }

    @Override
    public int compareTo(PathSource other) {
        return session.compareTo(other.session);
    }

    @Override
    public String toString() {
        return session;
    }
}

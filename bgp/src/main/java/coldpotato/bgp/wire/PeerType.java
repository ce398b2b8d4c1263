package coldpotato.bgp.wire;

/** Which side of the AS border the peer is on; attributes are treated differently (RFC 4271 section 5, RFC 7606). */
public enum PeerType {
    /** Another AS. */
    EXTERNAL,
    /** Our own AS. */
    INTERNAL
}

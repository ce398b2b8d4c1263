package coldpotato.bgp.bfd;

/** The state of a session (RFC 5880 section 6.2); the ordinal is the code on the wire. */
public enum BfdState {
    /** Held down by the operator. */
    ADMIN_DOWN,
    /** The peer is not heard, or it does not hear us. */
    DOWN,
    /** The peer is heard; it does not know yet. */
    INIT,
    /** Both ends hear each other. */
    UP
}

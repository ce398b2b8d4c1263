package coldpotato.bgp.wire;

/**
 * What a fault in an attribute asks for, mildest first; the strongest of a message wins (RFC 7606 sections 2 and 3 h).
 * AFI/SAFI disable is not used: where it is allowed, the session is reset.
 */
public enum Reaction {
    /** Worth a line in the log and nothing more. */
    NONE,
    /** The attribute is left out and the routes are kept. */
    ATTRIBUTE_DISCARD,
    /** The routes of the message are withdrawn and the session stays. */
    TREAT_AS_WITHDRAW,
    /** The session ends with a NOTIFICATION. */
    SESSION_RESET;

    boolean isStrongerThan(Reaction other) {
        return compareTo(other) > 0;
    }
}

package coldpotato.bgp.fsm;

/**
 * Connection collision (RFC 4271 section 6.8): two connections to one peer, each opened by another end. Both ends compute
 * the same answer, so that exactly one connection is left.
 */
public enum Collision {
    /** The existing machine has no connection yet: nothing is decided. */
    NONE,
    /** The new connection gets {@link FsmEvent#OPEN_COLLISION_DUMP} instead of its OPEN event. */
    KEEP_EXISTING,
    /** The existing connection gets {@link FsmEvent#OPEN_COLLISION_DUMP}. */
    KEEP_NEW;

    /**
     * Decides when a valid OPEN arrived on a new connection. An Established connection always wins. In OpenConfirm the
     * connection that was opened by the end with the higher identifier wins, or, if those are equal, by the end with the
     * higher AS number (RFC 6286). In OpenSent too, as the RFC allows where the identifier is known, and the new OPEN says
     * it: a connection that will lose is not agreed to first, or one end might take it for Established just when the other
     * gives it up, and both connections would be lost.
     *
     * @param localId our BGP identifier, unsigned
     * @param remoteId the identifier in the OPEN, unsigned
     * @param localAs our AS number, unsigned
     * @param remoteAs the peer's AS number, unsigned
     * @param existing the state of the other connection to the same peer
     * @param existingIsOurs true if we opened the other connection, and so the peer the new one
     */
    public static Collision resolve(
            int localId, int remoteId, int localAs, int remoteAs, FsmState existing, boolean existingIsOurs) {
        return switch (existing) {
            case IDLE, CONNECT, ACTIVE -> NONE;
            case OPEN_SENT, OPEN_CONFIRM ->
                weAreHigher(localId, remoteId, localAs, remoteAs) == existingIsOurs ? KEEP_EXISTING : KEEP_NEW;
            case ESTABLISHED -> KEEP_EXISTING;
        };
    }

    private static boolean weAreHigher(int localId, int remoteId, int localAs, int remoteAs) {
        return localId == remoteId
                ? Integer.compareUnsigned(localAs, remoteAs) > 0
                : Integer.compareUnsigned(localId, remoteId) > 0;
    }
}

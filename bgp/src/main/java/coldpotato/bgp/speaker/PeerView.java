package coldpotato.bgp.speaker;

import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.core.net.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How things stand with a neighbour.
 *
 * @param config its settings
 * @param state of its session
 * @param stopped true if it is shut down by the operator
 * @param negotiation what was agreed, empty before the OPENs were exchanged
 * @param peerId the neighbour's BGP identifier, null unless Established
 * @param changedNanos when the state last changed
 * @param counters messages so far
 * @param lastEnding why the session last ended, empty if it never did or is up
 * @param failedAttempt the last connection since then that ended before it was a session, empty if there was none
 * @param idleUntilNanos when the wait in Idle ends that follows a failure (IdleHoldTimer), empty if it does not wait there
 */
public record PeerView(
        PeerConfig config,
        FsmState state,
        boolean stopped,
        Optional<Negotiation> negotiation,
        IpAddress peerId,
        long changedNanos,
        PeerCounters counters,
        String lastEnding,
        Optional<FailedAttempt> failedAttempt,
        OptionalLong idleUntilNanos) {
    /** Stands for a time that never was. */
    static final long NEVER = Long.MIN_VALUE;

    public boolean isEstablished() {
        return state == FsmState.ESTABLISHED;
    }
}

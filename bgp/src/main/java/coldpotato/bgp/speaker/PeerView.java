package coldpotato.bgp.speaker;

import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.core.net.IpAddress;
import java.util.Optional;

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
 */
public record PeerView(
        PeerConfig config,
        FsmState state,
        boolean stopped,
        Optional<Negotiation> negotiation,
        IpAddress peerId,
        long changedNanos,
        PeerCounters counters,
        String lastEnding) {
    /** Stands for a time that never was. */
    static final long NEVER = Long.MIN_VALUE;

    public boolean isEstablished() {
        return state == FsmState.ESTABLISHED;
    }
}

package coldpotato.bgp.fsm;

/**
 * The timers of one connection, for {@code coldpotato.core.time.Deadlines}. Of timers that are due together the earlier
 * constant comes first.
 */
public enum FsmTimer {
    /** Until the connection is tried again. */
    CONNECT_RETRY(FsmEvent.CONNECT_RETRY_TIMER_EXPIRES),
    /** Until a silent peer is given up. */
    HOLD(FsmEvent.HOLD_TIMER_EXPIRES),
    /** Until the next KEEPALIVE is sent. */
    KEEPALIVE(FsmEvent.KEEPALIVE_TIMER_EXPIRES),
    /** Until our OPEN is sent though the peer's has not come. */
    DELAY_OPEN(FsmEvent.DELAY_OPEN_TIMER_EXPIRES),
    /** Until a session that failed is started again. */
    IDLE_HOLD(FsmEvent.IDLE_HOLD_TIMER_EXPIRES),
    /** Until a peer that takes no bytes is given up (RFC 9687). */
    SEND_HOLD(FsmEvent.SEND_HOLD_TIMER_EXPIRES);

    /** The "large value" of the HoldTimer while waiting for the peer's OPEN: 4 minutes (RFC 4271 section 8.2.2). */
    public static final long LARGE_HOLD_NANOS = 240_000_000_000L;

    private final FsmEvent expiry;

    FsmTimer(FsmEvent expiry) {
        this.expiry = expiry;
    }

    /** What happens when the timer is due. */
    public FsmEvent expiry() {
        return expiry;
    }
}

package coldpotato.bgp.fsm;

/** What the next step depends on besides state and event (RFC 4271 section 8.1.1, optional session attributes). */
public enum FsmCondition {
    /** DelayOpen: our OPEN waits for the peer's, for DelayOpenTime. Configured. */
    DELAY_OPEN,
    /** DampPeerOscillations: a session that failed is held in Idle and then started again by itself. Configured. */
    DAMP_PEER_OSCILLATIONS,
    /** PassiveTcpEstablishment: the peer is to connect, we never do. Configured. */
    PASSIVE_TCP_ESTABLISHMENT,
    /** SendNOTIFICATIONwithoutOPEN: errors are reported even before an OPEN was sent. Configured. */
    SEND_NOTIFICATION_WITHOUT_OPEN,
    /** The DelayOpenTimer is running. */
    DELAY_OPEN_TIMER_RUNNING,
    /** The IdleHoldTimer is running. */
    IDLE_HOLD_TIMER_RUNNING,
    /** The hold time as negotiated is zero: no Hold, Keepalive or SendHold timer. */
    HOLD_TIME_ZERO
}

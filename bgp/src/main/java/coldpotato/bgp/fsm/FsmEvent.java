package coldpotato.bgp.fsm;

/** What can happen to a BGP connection (RFC 4271 section 8.1), by the RFC's numbers. */
public enum FsmEvent {
    /** The operator starts the session. */
    MANUAL_START(1, "ManualStart"),
    /** The operator stops the session. */
    MANUAL_STOP(2, "ManualStop"),
    /** The system starts the session, whatever went before. */
    AUTOMATIC_START(3, "AutomaticStart"),
    /** The operator starts the session and wants the peer to connect. */
    MANUAL_START_PASSIVE(4, "ManualStart_with_PassiveTcpEstablishment"),
    /** The system starts the session and wants the peer to connect. */
    AUTOMATIC_START_PASSIVE(5, "AutomaticStart_with_PassiveTcpEstablishment"),
    /** The system starts the session unless it is being held in Idle. */
    AUTOMATIC_START_DAMPED(6, "AutomaticStart_with_DampPeerOscillations"),
    /** The system starts the session, passively, unless it is being held in Idle. */
    AUTOMATIC_START_DAMPED_PASSIVE(7, "AutomaticStart_with_DampPeerOscillations_and_PassiveTcpEstablishment"),
    /** The system stops the session: prefix limit, BFD down, configuration changed. */
    AUTOMATIC_STOP(8, "AutomaticStop"),
    /** It is time to try the connection again. */
    CONNECT_RETRY_TIMER_EXPIRES(9, "ConnectRetryTimer_Expires"),
    /** The peer was silent for the hold time. */
    HOLD_TIMER_EXPIRES(10, "HoldTimer_Expires"),
    /** It is time to send a KEEPALIVE. */
    KEEPALIVE_TIMER_EXPIRES(11, "KeepaliveTimer_Expires"),
    /** The wait for the peer's OPEN is over; ours is due. */
    DELAY_OPEN_TIMER_EXPIRES(12, "DelayOpenTimer_Expires"),
    /** The session was held in Idle for long enough. */
    IDLE_HOLD_TIMER_EXPIRES(13, "IdleHoldTimer_Expires"),
    /** A connection request with acceptable addresses and port arrived. */
    TCP_CONNECTION_VALID(14, "TcpConnection_Valid"),
    /** A connection request with wrong addresses or port arrived. */
    TCP_CR_INVALID(15, "Tcp_CR_Invalid"),
    /** The connection that we opened is up. */
    TCP_CR_ACKED(16, "Tcp_CR_Acked"),
    /** A connection that the peer opened is up. */
    TCP_CONNECTION_CONFIRMED(17, "TcpConnectionConfirmed"),
    /** The connection could not be opened, was closed or timed out. */
    TCP_CONNECTION_FAILS(18, "TcpConnectionFails"),
    /** A valid OPEN arrived, and the DelayOpenTimer is not running. */
    BGP_OPEN(19, "BGPOpen"),
    /** A valid OPEN arrived while ours is still held back. */
    BGP_OPEN_WITH_DELAY_OPEN_TIMER(20, "BGPOpen with DelayOpenTimer running"),
    /** A message with a faulty header arrived. */
    BGP_HEADER_ERR(21, "BGPHeaderErr"),
    /** A faulty or unacceptable OPEN arrived. */
    BGP_OPEN_MSG_ERR(22, "BGPOpenMsgErr"),
    /** Of two connections to one peer, this is the one to close. */
    OPEN_COLLISION_DUMP(23, "OpenCollisionDump"),
    /** The peer ended the session because of our version. */
    NOTIF_MSG_VER_ERR(24, "NotifMsgVerErr"),
    /** The peer ended the session. */
    NOTIF_MSG(25, "NotifMsg"),
    /** A KEEPALIVE arrived. */
    KEEPALIVE_MSG(26, "KeepAliveMsg"),
    /** An UPDATE arrived that does not end the session; its faults, if any, are dealt with by RFC 7606. */
    UPDATE_MSG(27, "UpdateMsg"),
    /** An UPDATE arrived whose faults end the session. */
    UPDATE_MSG_ERR(28, "UpdateMsgErr"),
    /** The peer took none of our bytes for the send-hold time (RFC 9687). */
    SEND_HOLD_TIMER_EXPIRES(29, "SendHoldTimer_Expires"),
    /** A ROUTE-REFRESH arrived (RFC 2918, which gives the event no number). */
    ROUTE_REFRESH_MSG(FsmEvent.UNNUMBERED, "ROUTE-REFRESH");

    /** The number of an event to which no RFC gives one. */
    public static final int UNNUMBERED = 0;

    private final int number;
    private final String rfcName;

    FsmEvent(int number, String rfcName) {
        this.number = number;
        this.rfcName = rfcName;
    }

    /** The RFC's number of the event, or {@link #UNNUMBERED}. */
    public int number() {
        return number;
    }

    /** The name as the RFC writes it. */
    public String rfcName() {
        return rfcName;
    }
}

package coldpotato.bgp.fsm;

/** What the host has to do, in the RFC's words (RFC 4271 section 8.2.2). "Start" starts anew if the timer is running. */
public enum FsmAction {
    /** Takes what the session needs. */
    INITIALIZE_RESOURCES,
    /** Forgets what was negotiated and stops the Hold, Keepalive, DelayOpen and SendHold timers. */
    RELEASE_RESOURCES,
    /** Gets ready to speak on the connection that is now up: framer, decoder, peer's address. */
    COMPLETE_INITIALIZATION,

    /** Opens a TCP connection to the peer. */
    INITIATE_CONNECTION,
    /** Accepts connections from the peer from now on. */
    LISTEN,
    /** Closes the connection, also one that is still being opened; nothing happens if there is none. */
    DROP_CONNECTION,
    /** Refuses the connection that the event was about; the session's own is left alone. */
    REJECT_CONNECTION,
    /** Gives the connection that the event was about a machine of its own, until an OPEN decides (section 6.8). */
    TRACK_CONNECTION,

    START_CONNECT_RETRY_TIMER,
    STOP_CONNECT_RETRY_TIMER,
    START_DELAY_OPEN_TIMER,
    STOP_DELAY_OPEN_TIMER,
    /** Starts the HoldTimer with {@link FsmTimer#LARGE_HOLD_NANOS}, since nothing is negotiated yet. */
    START_HOLD_TIMER_LARGE,
    /** Starts the HoldTimer with the negotiated hold time. */
    START_HOLD_TIMER,
    STOP_HOLD_TIMER,
    START_KEEPALIVE_TIMER,
    STOP_KEEPALIVE_TIMER,
    /** Starts the IdleHoldTimer, for as long as {@link IdleHoldBackoff} says: this is the damping of peer oscillations. */
    START_IDLE_HOLD_TIMER,
    STOP_IDLE_HOLD_TIMER,
    /** Starts the SendHoldTimer (RFC 9687); the host starts it anew whenever the connection takes bytes. */
    START_SEND_HOLD_TIMER,

    /** Sets the ConnectRetryCounter to zero. */
    RESET_CONNECT_RETRY_COUNTER,
    /** Counts a failure: {@link IdleHoldBackoff#counterAfterFailure}. */
    INCREMENT_CONNECT_RETRY_COUNTER,

    SEND_OPEN,
    SEND_KEEPALIVE,

    /** Message Header Error, as the decoder found it. */
    SEND_NOTIFICATION_HEADER_ERROR(1, FsmAction.SUBCODE_OF_CAUSE),
    /** OPEN Message Error, as the decoder or the negotiation found it. */
    SEND_NOTIFICATION_OPEN_ERROR(2, FsmAction.SUBCODE_OF_CAUSE),
    /** UPDATE Message Error, as the decoder found it. */
    SEND_NOTIFICATION_UPDATE_ERROR(3, FsmAction.SUBCODE_OF_CAUSE),
    /** Hold Timer Expired. */
    SEND_NOTIFICATION_HOLD_TIMER_EXPIRED(4, 0),
    /** Finite State Machine Error that no message caused. */
    SEND_NOTIFICATION_FSM_ERROR(5, 0),
    /** Receive Unexpected Message in OpenSent State (RFC 6608); the data is the type of the message. */
    SEND_NOTIFICATION_UNEXPECTED_IN_OPEN_SENT(5, 1),
    /** Receive Unexpected Message in OpenConfirm State (RFC 6608); the data is the type of the message. */
    SEND_NOTIFICATION_UNEXPECTED_IN_OPEN_CONFIRM(5, 2),
    /** Receive Unexpected Message in Established State (RFC 6608); the data is the type of the message. */
    SEND_NOTIFICATION_UNEXPECTED_IN_ESTABLISHED(5, 3),
    /** Cease, with the subcode of the reason for which the session is stopped (RFC 4486, 9384). */
    SEND_NOTIFICATION_CEASE(6, FsmAction.SUBCODE_OF_CAUSE),
    /** Cease, Connection Collision Resolution (RFC 4486). */
    SEND_NOTIFICATION_CEASE_COLLISION(6, 7),
    /** Send Hold Timer Expired (RFC 9687): sent if the connection takes it, never waited for. */
    SEND_NOTIFICATION_SEND_HOLD_TIMER_EXPIRED(8, 0),

    /** Processes the UPDATE that the event was about. */
    PROCESS_UPDATE,
    /** Answers the ROUTE-REFRESH that the event was about. */
    PROCESS_ROUTE_REFRESH,
    /** The session is up: routes may be sent. */
    SESSION_ESTABLISHED,
    /** The session is down: deletes all routes associated with this connection. */
    SESSION_CLOSED;

    /** The subcode is known to whoever caused the event. */
    public static final int SUBCODE_OF_CAUSE = -1;

    private static final int NOT_A_NOTIFICATION = 0;

    private final int notificationCode;
    private final int notificationSubcode;

    FsmAction() {
        this(NOT_A_NOTIFICATION, 0);
    }

    FsmAction(int notificationCode, int notificationSubcode) {
        this.notificationCode = notificationCode;
        this.notificationSubcode = notificationSubcode;
    }

    public boolean isNotification() {
        return notificationCode != NOT_A_NOTIFICATION;
    }

    /** The error code (RFC 4271 section 4.5) of an action that sends a NOTIFICATION; 0 for the others. */
    public int notificationCode() {
        return notificationCode;
    }

    /** The error subcode, or {@link #SUBCODE_OF_CAUSE}. */
    public int notificationSubcode() {
        return notificationSubcode;
    }
}

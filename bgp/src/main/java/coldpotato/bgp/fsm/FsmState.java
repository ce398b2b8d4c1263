package coldpotato.bgp.fsm;

/** The six states of a BGP connection (RFC 4271 section 8.2.2). */
public enum FsmState {
    /** Refuses connections and holds no resources; waits for a start event. */
    IDLE("Idle"),
    /** Waits for the TCP connection that it opened. */
    CONNECT("Connect"),
    /** Waits for the peer to open a TCP connection, until it is time to try again. */
    ACTIVE("Active"),
    /** Has sent its OPEN and waits for the peer's. */
    OPEN_SENT("OpenSent"),
    /** Has agreed to the peer's OPEN and waits for the peer to agree. */
    OPEN_CONFIRM("OpenConfirm"),
    /** Exchanges routes. */
    ESTABLISHED("Established");

    private final String rfcName;

    FsmState(String rfcName) {
        this.rfcName = rfcName;
    }

    /** The name as the RFC writes it. */
    public String rfcName() {
        return rfcName;
    }
}

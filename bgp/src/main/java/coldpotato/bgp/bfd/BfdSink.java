package coldpotato.bgp.bfd;

/** What comes out of a session. Implementations do not call the session from inside. */
public interface BfdSink {
    /** Sends a packet to the peer now. It may be lost. */
    void send(byte[] packet);

    /** The session changed its state; the diagnostic says why. */
    void stateChanged(long nowNanos, BfdState from, BfdState to, BfdDiagnostic diagnostic);
}

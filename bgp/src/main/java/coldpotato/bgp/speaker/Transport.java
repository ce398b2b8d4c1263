package coldpotato.bgp.speaker;

/**
 * The speaker's door to the wire. A host implements it; what comes back arrives as inputs of {@link BgpSpeaker}, never
 * from inside one of these calls.
 *
 * <p>A connection is named by a number. The speaker chooses it for connections it opens ({@link #connect}); the host
 * chooses it for those it accepts, from {@link #ACCEPTED_FIRST} upwards.
 */
public interface Transport {
    /** The first number that a host may give to a connection it accepted. */
    long ACCEPTED_FIRST = 1L << 32;

    /**
     * Starts to open a stream to a peer. Ends in {@code BgpSpeaker.connected} or {@code BgpSpeaker.connectFailed}, unless
     * closed before.
     */
    void connect(String peer, long connection);

    /** Hands bytes over, to arrive whole and in order. The array is not touched afterwards by either side. */
    void send(long connection, byte[] bytes);

    /**
     * False if the stream's buffer is full: what is not urgent then waits for {@code BgpSpeaker.writable}, which the host owes
     * whenever there is room again after this was false.
     */
    boolean isWritable(long connection);

    /**
     * How much of what was sent still waits in this process because the peer takes no more; 0 where a host cannot say. While
     * it does not become less, the send hold timer runs (RFC 9687).
     */
    default long unsentOctets(long connection) {
        return 0;
    }

    /**
     * Closes a stream after what was sent. Nothing is reported for it afterwards.
     *
     * @param abort true to throw away what was not delivered yet
     */
    void close(long connection, boolean abort);
}

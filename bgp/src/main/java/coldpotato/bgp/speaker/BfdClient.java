package coldpotato.bgp.speaker;

/** Who wants to know when a path is dead (RFC 5882 section 2): the host, which hands it to {@link BgpSpeaker#bfdDown}. */
public interface BfdClient {
    /**
     * A path that was found alive is dead.
     *
     * @param cause number of the event in the trace that says so, to be set before the input that comes of it; 0 if
     *     such events are not kept
     */
    void dead(long now, String peer, long cause);
}

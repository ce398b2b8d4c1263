package coldpotato.bgp.speaker;

import coldpotato.bgp.bfd.BfdTimers;

/**
 * The speaker's door to fast failure detection (RFC 5882): it says for which neighbours BFD runs. That a path is dead comes
 * back by {@link BgpSpeaker#bfdDown}, never from inside one of these calls. A {@link BfdSpeaker} does the work, on the
 * speaker's thread or on another.
 */
public interface Bfd {
    /** Watches nobody: for hosts whose neighbours have no BFD. */
    Bfd NONE = new Bfd() {
        @Override
        public void watch(long now, String peer, BfdTimers timers) {}

        @Override
        public void stop(long now, String peer) {}

        @Override
        public void forget(long now, String peer) {}
    };

    /** A session is up, or has other timers: BFD runs with these from now on. */
    void watch(long now, String peer, BfdTimers timers);

    /** The operator took BFD off a session that stays: the neighbour is told, and does not take it for a failure. */
    void stop(long now, String peer);

    /** A session ended: BFD falls silent without a word, so that the neighbour learns of the end by BGP. */
    void forget(long now, String peer);
}

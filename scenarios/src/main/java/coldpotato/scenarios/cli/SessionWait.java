package coldpotato.scenarios.cli;

import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.time.Durations;

/** What a session that is not up waits for, in words. */
final class SessionWait {
    private SessionWait() {}

    /**
     * The session's name, and in parentheses what is missing.
     *
     * @param remote the address and port that are dialled
     * @param nowNanos on the clock of the speaker
     */
    static String text(PeerView peer, String remote, long nowNanos) {
        return peer.config().name() + " (" + what(peer, remote, nowNanos) + ")";
    }

    private static String what(PeerView peer, String remote, long nowNanos) {
        if (peer.stopped()) {
            return "shut down here";
        }
        boolean passive = peer.config().passive();
        if (peer.idleUntilNanos().isPresent()) {
            long seconds = secondsUntil(peer.idleUntilNanos().getAsLong(), nowNanos);
            return "idle hold after a failure: takes no connection for another " + seconds + "s, then "
                    + (passive ? "it has to connect" : "dials " + remote);
        }
        return (passive ? "it has to connect" : peer.state().rfcName() + ", dials " + remote) + password(peer);
    }

    private static long secondsUntil(long nanos, long nowNanos) {
        return Math.max(1, (nanos - nowNanos + Durations.NANOS_PER_SECOND - 1) / Durations.NANOS_PER_SECOND);
    }

    /** With TCP MD5 (RFC 2385) what is signed wrongly is dropped without a word, by either end. */
    private static String password(PeerView peer) {
        boolean unheard =
                switch (peer.state()) {
                    case CONNECT, ACTIVE -> true;
                    case IDLE, OPEN_SENT, OPEN_CONFIRM, ESTABLISHED -> false;
                };
        return unheard && peer.config().password().isPresent()
                ? "; a password is set; do both ends have the same?"
                : "";
    }
}

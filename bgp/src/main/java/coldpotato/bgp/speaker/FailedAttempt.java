package coldpotato.bgp.speaker;

/**
 * A connection to a peer that ended before it was a session.
 *
 * @param timeNanos when it ended
 * @param reason why
 */
public record FailedAttempt(long timeNanos, DownReason reason) {}

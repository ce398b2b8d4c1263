package coldpotato.bgp.speaker;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.time.Durations;

/**
 * The timers of one neighbour, in nanoseconds (RFC 4271 section 10).
 *
 * @param holdNanos proposed hold time: 0 (no timers) or at least 3 s, whole seconds; the lower of both ends counts
 * @param keepaliveNanos wanted interval between KEEPALIVEs; a third of the negotiated hold time where that is less
 * @param connectRetryNanos how long to wait before a connection is tried again
 * @param delayOpenNanos how long to wait for the peer's OPEN before ours is sent; 0 to send at once
 * @param idleHoldNanos first wait after a session failed, doubling with each failure; 0 to try again at once
 * @param mraiNanos least time between two UPDATEs that announce the same prefix to this neighbour (section 9.2.1.1)
 * @param sendHoldNanos how long the neighbour may take no bytes before the session is ended (RFC 9687); 0 for the larger of
 *     eight minutes and twice the negotiated hold time
 */
public record SessionTimers(
        long holdNanos,
        long keepaliveNanos,
        long connectRetryNanos,
        long delayOpenNanos,
        long idleHoldNanos,
        long mraiNanos,
        long sendHoldNanos) {

    /** RFC 9687 section 6. */
    private static final long SEND_HOLD_MIN_NANOS = Durations.seconds(480);

    /** 180 s and 60 s, as Microsoft's edge and most routers have them; connections are retried after 30 s, no MRAI. */
    public static final SessionTimers DEFAULT = new SessionTimers(
            Durations.seconds(180), Durations.seconds(60), Durations.seconds(30), 0, Durations.seconds(5), 0, 0);

    public SessionTimers {
        checkArgument(
                holdNanos == 0 || holdNanos >= Durations.seconds(3), "hold time is 0 or at least 3 s (RFC 4271 4.2)");
        checkArgument(sendHoldNanos >= 0, "a send hold time is not negative: %s", sendHoldNanos);
        checkArgument(holdNanos <= Durations.seconds(65535), "hold time has 16 bits of seconds");
    }

    public SessionTimers withHold(long newHoldNanos, long newKeepaliveNanos) {
        return new SessionTimers(
                newHoldNanos,
                newKeepaliveNanos,
                connectRetryNanos,
                delayOpenNanos,
                idleHoldNanos,
                mraiNanos,
                sendHoldNanos);
    }

    public SessionTimers withSendHold(long newSendHoldNanos) {
        return new SessionTimers(
                holdNanos,
                keepaliveNanos,
                connectRetryNanos,
                delayOpenNanos,
                idleHoldNanos,
                mraiNanos,
                newSendHoldNanos);
    }

    /**
     * How often KEEPALIVEs are sent in a session with this negotiated hold time, before jitter: a third of it in whole seconds, or
     * what is wanted where that is less (RFC 4271 section 4.4).
     */
    public long keepaliveNanos(long negotiatedHoldNanos) {
        return Math.min(keepaliveNanos, wholeSeconds(negotiatedHoldNanos / 3));
    }

    private static long wholeSeconds(long nanos) {
        return nanos - nanos % Durations.NANOS_PER_SECOND;
    }

    /** The send hold time of a session with this negotiated hold time. */
    long effectiveSendHoldNanos(long negotiatedHoldNanos) {
        return sendHoldNanos > 0 ? sendHoldNanos : Math.max(SEND_HOLD_MIN_NANOS, 2 * negotiatedHoldNanos);
    }
}

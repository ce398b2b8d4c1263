package coldpotato.sim.net;

import coldpotato.core.time.Durations;

/** How long to wait for an acknowledgement before a segment is sent again (RFC 6298). */
final class RetransmissionTimeout {
    /** Before a round trip was measured, and so for the first SYN (RFC 6298 section 2.1). */
    static final long INITIAL_NANOS = Durations.seconds(1);
    /** The floor of common stacks; RFC 6298 section 2.4 would have 1 s. */
    static final long MIN_NANOS = Durations.millis(200);
    /** The ceiling (RFC 6298 section 2.5 allows 60 s or more). */
    static final long MAX_NANOS = Durations.seconds(60);

    private boolean measured;
    private long smoothedNanos;
    private long variationNanos;
    private long nanos = INITIAL_NANOS;

    long nanos() {
        return nanos;
    }

    /** Takes in the round trip of a segment that was sent only once. */
    void measured(long roundTripNanos) {
        if (measured) {
            variationNanos = (3 * variationNanos + Math.abs(smoothedNanos - roundTripNanos)) / 4;
            smoothedNanos = (7 * smoothedNanos + roundTripNanos) / 8;
        } else {
            variationNanos = roundTripNanos / 2;
            smoothedNanos = roundTripNanos;
            measured = true;
        }
        restore();
    }

    /** Waits twice as long from now on. */
    void backOff() {
        nanos = Math.min(MAX_NANOS, 2 * nanos);
    }

    /** Forgets that it backed off. */
    void restore() {
        if (measured) {
            nanos = Math.max(MIN_NANOS, Math.min(MAX_NANOS, smoothedNanos + 4 * variationNanos));
        } else {
            nanos = INITIAL_NANOS;
        }
    }
}

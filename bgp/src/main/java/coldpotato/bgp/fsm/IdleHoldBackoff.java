package coldpotato.bgp.fsm;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How long a session that failed is held in Idle (RFC 4271 section 8.1.1, DampPeerOscillations): the first time for the
 * initial wait, then twice as long with each failure in a row, up to a maximum. The RFC leaves the method open; the
 * doubling from 60 s is RFC 1771's, the maximum and the forgetting are those of BIRD.
 *
 * @param initialNanos the wait after the first failure; 0 to try again at once, always
 * @param maxNanos the longest wait
 * @param forgetAfterNanos a session that was up for so long starts from the initial wait again
 */
public record IdleHoldBackoff(long initialNanos, long maxNanos, long forgetAfterNanos) {
    /** 60 s, doubling up to 5 min, forgotten after 5 min. */
    public static final IdleHoldBackoff DEFAULT =
            new IdleHoldBackoff(60_000_000_000L, 300_000_000_000L, 300_000_000_000L);

    /** @throws IllegalArgumentException if a time is negative or the first wait longer than the longest */
    public IdleHoldBackoff {
        checkArgument(initialNanos >= 0 && forgetAfterNanos >= 0, "times are not negative");
        checkArgument(initialNanos <= maxNanos, "the first wait is not longer than the longest");
    }

    /** These settings with another first wait, and a longest wait that is not shorter. */
    public IdleHoldBackoff withInitial(long newInitialNanos) {
        return new IdleHoldBackoff(newInitialNanos, Math.max(maxNanos, newInitialNanos), forgetAfterNanos);
    }

    /** The wait after so many failures in a row; 0 and 1 both stand for the first. */
    public long waitNanos(int connectRetryCounter) {
        long wait = initialNanos;
        for (int failure = 1; failure < connectRetryCounter && wait > 0 && wait < maxNanos; failure++) {
            wait = wait > maxNanos / 2 ? maxNanos : 2 * wait;
        }
        return wait;
    }

    /**
     * The ConnectRetryCounter after one more failure.
     *
     * @param upNanos for how long the session that failed had been Established; 0 if it never was
     */
    public int counterAfterFailure(int connectRetryCounter, long upNanos) {
        boolean forgotten = upNanos > 0 && upNanos >= forgetAfterNanos;
        return forgotten ? 1 : Math.addExact(connectRetryCounter, 1);
    }
}

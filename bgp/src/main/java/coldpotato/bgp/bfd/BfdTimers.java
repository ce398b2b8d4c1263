package coldpotato.bgp.bfd;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The configured timers of one end (RFC 5880 section 6.8.1); the slower end sets the pace in each direction.
 *
 * @param desiredMinTxNanos bfd.DesiredMinTxInterval while Up; whole microseconds, at least one
 * @param requiredMinRxNanos bfd.RequiredMinRxInterval; whole microseconds, 0 to receive no periodic packets at all
 * @param detectMult bfd.DetectMult: packets of ours that the peer may miss in a row, 1 to 255
 */
public record BfdTimers(long desiredMinTxNanos, long requiredMinRxNanos, int detectMult) {
    /** The Desired Min TX Interval of a session that is not Up: 1 s at least (section 6.8.3). */
    public static final long DESIRED_MIN_TX_NOT_UP_NANOS = 1_000_000_000L;

    /** 300 ms times 3, the custom of many providers. */
    public static final BfdTimers DEFAULT = new BfdTimers(300_000_000L, 300_000_000L, 3);

    private static final long INTERVAL_MAX_NANOS = 0xffff_ffffL * 1000;

    /** @throws IllegalArgumentException if a value cannot be sent in a packet */
    public BfdTimers {
        checkArgument(desiredMinTxNanos > 0, "the transmit interval is not 0");
        checkInterval(desiredMinTxNanos);
        checkInterval(requiredMinRxNanos);
        checkArgument(detectMult >= 1 && detectMult <= 255, "Detect Mult is 1 to 255: %s", detectMult);
    }

    private static void checkInterval(long nanos) {
        checkArgument(nanos >= 0 && nanos <= INTERVAL_MAX_NANOS, "an interval has 32 bits of microseconds");
        checkArgument(nanos % 1000 == 0, "an interval is whole microseconds");
    }
}

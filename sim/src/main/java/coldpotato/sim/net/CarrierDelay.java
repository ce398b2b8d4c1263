package coldpotato.sim.net;

import coldpotato.core.time.Durations;

/**
 * How long an end of a link takes to act on what becomes of its carrier. What is undone before is not noticed.
 *
 * @param lossNanos from the light going out to the interface going down
 * @param returnNanos from the light coming back to the interface coming up
 */
public record CarrierDelay(long lossNanos, long returnNanos) {
    /** Of a port. Assumption: interrupt-driven detection takes some milliseconds; platforms may add a configured delay. */
    public static final CarrierDelay PORT = new CarrierDelay(Durations.millis(10), Durations.millis(10));

    /** Since when the light has to be as it is now for an end to act on it. */
    long nanos(boolean light) {
        return light ? returnNanos : lossNanos;
    }
}

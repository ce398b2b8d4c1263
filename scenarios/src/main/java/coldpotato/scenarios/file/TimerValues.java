package coldpotato.scenarios.file;

import coldpotato.core.time.Durations;
import java.util.Optional;
import java.util.function.Consumer;

/** Values of the timers that two routers tell each other in messages, which set them limits. */
final class TimerValues {
    /** The shortest wait between two attempts. */
    static final long WAIT_MIN_NANOS = Durations.millis(100);

    private static final long NANOS_PER_MICRO = 1000;
    private static final long HOLD_MIN_NANOS = Durations.seconds(3);
    private static final long HOLD_MAX_NANOS = Durations.seconds(65_535);
    private static final long KEEPALIVE_MIN_NANOS = Durations.seconds(1);
    private static final long BFD_INTERVAL_MIN_NANOS = Durations.millis(1);
    private static final long BFD_INTERVAL_MAX_NANOS = Durations.seconds(3_600);

    /** None, or 3 s to 65535 s, whole seconds (RFC 4271 section 4.2). */
    static final Value<Long> HOLD_TIME = value(
            0L,
            TimerValues::isHoldTime,
            "is no hold time; say 0s for none, or whole seconds from 3s to 65535s (RFC 4271)");

    /** At most one a second (RFC 4271 section 4.4). */
    static final Value<Long> KEEPALIVE = value(
            KEEPALIVE_MIN_NANOS,
            nanos -> KEEPALIVE_MIN_NANOS <= nanos && nanos <= HOLD_MAX_NANOS,
            "is no keepalive interval; say 1s to 65535s (RFC 4271)");

    /** Whole microseconds (RFC 5880 section 4.1), within what routers take. */
    static final Value<Long> BFD_INTERVAL = value(
            Durations.millis(300),
            nanos -> BFD_INTERVAL_MIN_NANOS <= nanos && nanos <= BFD_INTERVAL_MAX_NANOS && nanos % NANOS_PER_MICRO == 0,
            "is no BFD interval; say 1ms to 1h, in whole microseconds");

    /** The wait between two attempts. */
    static final Value<Long> ATTEMPT_WAIT = value(
            Durations.seconds(1),
            nanos -> WAIT_MIN_NANOS <= nanos,
            "is too short a wait between two attempts; say 100ms or more");

    /** Longer than a moment's congestion. */
    static final Value<Long> SEND_HOLD = value(
            Durations.seconds(480),
            nanos -> KEEPALIVE_MIN_NANOS <= nanos,
            "is too short a send hold time; say 1s or more (RFC 9687 wants 8m)");

    private TimerValues() {}

    /** Tells whether a duration is one. */
    private interface Limits {
        boolean allow(long nanos);
    }

    /** True for a hold time that an OPEN message can carry. */
    static boolean isHoldTime(long nanos) {
        return nanos == 0 || isWhole(nanos, HOLD_MIN_NANOS, HOLD_MAX_NANOS);
    }

    private static boolean isWhole(long nanos, long min, long max) {
        return min <= nanos && nanos <= max && nanos % Durations.NANOS_PER_SECOND == 0;
    }

    private static Value<Long> value(long standIn, Limits limits, String wrongly) {
        return Value.scalar(
                Quantities.DURATION.form(), standIn, (scalar, wrong) -> within(limits, wrongly, scalar, wrong));
    }

    private static Optional<Long> within(Limits limits, String wrongly, Tree.Scalar scalar, Consumer<String> wrong) {
        Optional<Long> nanos = Quantities.duration(scalar, wrong);
        if (nanos.isPresent() && !limits.allow(nanos.get())) {
            wrong.accept(Quoted.of(scalar.text()) + " " + wrongly);
            return Optional.empty();
        }
        return nanos;
    }
}

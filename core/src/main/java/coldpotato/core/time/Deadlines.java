package coldpotato.core.time;

import java.util.Arrays;
import java.util.Optional;

/**
 * One deadline for each timer of an enum: arm, cancel, ask for the next. There is no handle to lose and no race: a timer
 * that was cancelled or armed anew cannot fire for its old deadline. Equal deadlines fall due in the order of the enum.
 *
 * @param <T> the timers
 */
public final class Deadlines<T extends Enum<T>> {
    /** Stands for "no deadline". */
    public static final long NONE = Long.MAX_VALUE;

    private final T[] timers;
    private final long[] deadlinesNanos;

    public Deadlines(Class<T> timers) {
        this.timers = timers.getEnumConstants();
        this.deadlinesNanos = new long[this.timers.length];
        Arrays.fill(deadlinesNanos, NONE);
    }

    public void arm(T timer, long deadlineNanos) {
        deadlinesNanos[timer.ordinal()] = deadlineNanos;
    }

    public void cancel(T timer) {
        deadlinesNanos[timer.ordinal()] = NONE;
    }

    public void cancelAll() {
        Arrays.fill(deadlinesNanos, NONE);
    }

    public boolean isArmed(T timer) {
        return deadlinesNanos[timer.ordinal()] != NONE;
    }

    /** When the timer falls due, or {@link #NONE}. */
    public long deadlineNanos(T timer) {
        return deadlinesNanos[timer.ordinal()];
    }

    /** When the first of the timers falls due, or {@link #NONE}. */
    public long nextNanos() {
        long next = NONE;
        for (long deadline : deadlinesNanos) {
            next = Math.min(next, deadline);
        }
        return next;
    }

    /** Takes one timer that is due at this time, disarming it; the earliest first. */
    public Optional<T> takeDue(long nowNanos) {
        long next = nextNanos();
        if (next > nowNanos || next == NONE) {
            return Optional.empty();
        }
        for (T timer : timers) {
            if (deadlinesNanos[timer.ordinal()] == next) {
                cancel(timer);
                return Optional.of(timer);
            }
        }
        throw new IllegalStateException("a due deadline belongs to no timer");
    }
}

package coldpotato.scenarios.outage;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.trace.TraceEvent;
import java.util.Optional;

/**
 * A part of an outage that went by with one thing.
 *
 * @param phase with what
 * @param fromNanos its first instant
 * @param toNanos its end, after the first instant
 * @param where the node that others waited for, empty if there was none
 * @param until what it ended with, empty for the end of the outage itself
 */
public record Leg(Phase phase, long fromNanos, long toNanos, String where, Optional<TraceEvent> until) {

    public Leg {
        checkArgument(fromNanos <= toNanos, "a leg ends at %s before it begins at %s", toNanos, fromNanos);
    }

    public long nanos() {
        return toNanos - fromNanos;
    }

    /** What of it lies in a stretch of time; nothing is left of one that does not. */
    Leg within(long beginNanos, long endNanos) {
        long from = Math.min(Math.max(fromNanos, beginNanos), endNanos);
        return new Leg(phase, from, Math.max(from, Math.min(toNanos, endNanos)), where, until);
    }
}

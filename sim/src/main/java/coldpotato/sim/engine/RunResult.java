package coldpotato.sim.engine;

import java.util.Optional;

/**
 * How a run, or a part of it, ended.
 *
 * @param limit the limit that ended it, empty if it ran as far as it was asked to
 * @param timeNanos virtual time at the end
 * @param events events since the start of the simulation
 */
public record RunResult(Optional<Limit> limit, long timeNanos, long events) {
    /** True if no limit stood in the way. */
    public boolean complete() {
        return limit.isEmpty();
    }
}

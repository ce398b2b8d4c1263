package coldpotato.sim.engine;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The bounds of a run. Reaching one ends the run with a result, never with an exception.
 *
 * @param eventsMax events in the whole run
 * @param eventsPerInstantMax events at one instant, which catches nodes that answer each other without delay for ever
 * @param pendingMax events waiting in the queue
 */
public record RunLimits(long eventsMax, long eventsPerInstantMax, int pendingMax) {
    /** Wide enough for a day of a large network; a loop without delay is caught in seconds. */
    public static final RunLimits DEFAULT = new RunLimits(100_000_000, 500_000, 5_000_000);

    public RunLimits {
        checkArgument(eventsMax > 0 && eventsPerInstantMax > 0 && pendingMax > 0, "limits are positive");
    }
}

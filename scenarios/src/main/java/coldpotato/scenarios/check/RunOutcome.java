package coldpotato.scenarios.check;

import coldpotato.sim.engine.Limit;
import coldpotato.sim.plan.Oscillation;

/** How a run ended. */
public sealed interface RunOutcome {

    /** Everything up to the end of the scenario happened. */
    record Completed() implements RunOutcome {
        @Override
        public String toString() {
            return "ran to its end";
        }
    }

    /**
     * Routing went round in circles, and more of it would have shown nothing new.
     *
     * @param atNanos when that was certain
     */
    record Oscillated(long atNanos, Oscillation oscillation) implements RunOutcome {
        @Override
        public String toString() {
            return "did not converge: " + String.join(", ", oscillation.prefixes()) + " repeat since "
                    + TimeText.of(oscillation.sinceNanos()) + " at " + String.join(", ", oscillation.nodes());
        }
    }

    /**
     * The run was larger than a run may be.
     *
     * @param atNanos virtual time when it ended
     */
    record LimitReached(long atNanos, Limit limit) implements RunOutcome {
        @Override
        public String toString() {
            return "ended at " + TimeText.of(atNanos) + " by the limit on " + words(limit);
        }
    }

    private static String words(Limit limit) {
        return switch (limit) {
            case EVENTS -> "events";
            case EVENTS_PER_INSTANT -> "events at one instant";
            case PENDING -> "events that wait";
            case CIRCLES -> "rounds of the same changes";
            case STOPPED -> "patience";
        };
    }

    /**
     * Somebody wanted no more of it.
     *
     * @param atNanos when
     */
    record Stopped(long atNanos) implements RunOutcome {
        @Override
        public String toString() {
            return "was ended at " + TimeText.of(atNanos);
        }
    }

    /** Azure did not take the network as the file has it, so that nothing ran. */
    record NotStarted() implements RunOutcome {
        @Override
        public String toString() {
            return "did not start, because Azure refuses the network";
        }
    }

    /** True if routing did not settle, or could not be seen to settle. */
    default boolean isDivergence() {
        return this instanceof Oscillated || this instanceof LimitReached;
    }
}

package coldpotato.scenarios.check;

import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableSortedSet;

/** How one expectation is judged: what has to be looked at while the run goes on, and what it comes to when it is over. */
interface Check {

    /** What is expected, in words. */
    String expected();

    /** When the network has to be looked at, or flows to be there. */
    default ImmutableSortedSet<Long> stopsNanos() {
        return ImmutableSortedSet.of();
    }

    /** True if every instant from this one to the next stop has to be looked at. */
    default boolean attends(long nanos) {
        return false;
    }

    /** Looks at the network at a stop, or at an instant that is attended. */
    default void look(SimulatedNetwork network) {}

    /**
     * From when on more of the run changes nothing, if it speaks of the run and not of a time or an interval; {@link
     * Long#MAX_VALUE} if only the whole run can tell.
     */
    default long decidedNanos() {
        return Long.MAX_VALUE;
    }

    /** What it comes to. */
    Finding finding(RunRecord run);
}

package coldpotato.sim.engine;

/** What can end a run before its time; see {@link RunLimits}. */
public enum Limit {
    /** More events than a run may have. */
    EVENTS,
    /** More events in one instant: time stands still. */
    EVENTS_PER_INSTANT,
    /** More events waiting than the queue may hold. */
    PENDING,
    /** Somebody who watches the run has seen that it goes round in circles; see {@link Simulation#halt}. */
    CIRCLES,
    /** Somebody wants no more of it; see {@link Simulation#stop}. */
    STOPPED
}

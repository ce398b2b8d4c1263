package coldpotato.scenarios.live;

import coldpotato.scenarios.run.Console;
import java.util.function.Supplier;

/** A rehearsal that runs on a thread of its own, for those who talk to it from another. */
public interface Rehearsed {
    /** To be used inside {@link #between} and {@link #whileStill} only. */
    Console console();

    /**
     * Does something on the rehearsal's thread, between two events, and waits until it is done.
     *
     * @throws ControlProblem if the run is over
     */
    <T> T between(Supplier<T> deed);

    /**
     * Looks at the network while nothing in it moves; it must not be changed meanwhile.
     *
     * @throws ControlProblem if the run is over
     */
    <T> T whileStill(Supplier<T> look);

    /** Ends the run early: it is judged and reported as it is. Does not wait for that. */
    void stop();
}

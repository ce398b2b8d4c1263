package coldpotato.scenarios.remedy;

import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.Optional;

/** Runs a scenario, anew each time, up to and including a time. */
@FunctionalInterface
public interface Again {
    /** The network at that time; empty if Azure refuses it, or the scenario cannot be played in it, or a limit ends the run before. */
    Optional<SimulatedNetwork> upTo(Scenario scenario, long nanos);
}

package coldpotato.scenarios.run;

import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.remedy.Again;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.Optional;

/**
 * Plays scenarios up to a time, in virtual time.
 *
 * @param choices of all of them
 */
public record Replay(RunChoices choices) implements Again {
    @Override
    public Optional<SimulatedNetwork> upTo(Scenario scenario, long nanos) {
        return rehearsal(scenario)
                .filter(each -> each.refusals().isEmpty())
                .map(each -> each.upTo(nanos))
                .filter(network -> network.nowNanos() == nanos);
    }

    /** What the timeline does may presuppose what another network does not have. */
    private Optional<Rehearsal> rehearsal(Scenario scenario) {
        try {
            return Rehearsal.mistakes(scenario).isEmpty()
                    ? Optional.of(new Rehearsal(scenario, choices))
                    : Optional.empty();
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}

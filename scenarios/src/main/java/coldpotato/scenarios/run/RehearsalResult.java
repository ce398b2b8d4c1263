package coldpotato.scenarios.run;

import coldpotato.core.trace.Trace;
import coldpotato.scenarios.check.AssumptionsInUse;
import coldpotato.scenarios.check.Origins;
import coldpotato.scenarios.check.Premises;
import coldpotato.scenarios.check.Rejection;
import coldpotato.scenarios.check.RunOutcome;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Expectation.Converges;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/**
 * What a run of a scenario showed.
 *
 * @param scenario what was run
 * @param seed with which
 * @param stage where, in words; empty in virtual time
 * @param verdicts one for each expectation, in the order of the file; after them those that no expectation speaks of: what
 *     Azure refused unexpectedly, and routing that did not converge
 * @param outcome how the run ended
 * @param rejections what Azure refused, expected or not, in the order of time
 * @param premises the assumptions that its course rests on, whatever is in the network
 * @param moments what mattered, in the order of time
 * @param trace everything that happened
 * @param network as the run left it, empty if Azure refused it
 * @param sensitivity on which assumptions the verdicts hinge, if that was asked for
 */
public record RehearsalResult(
        Scenario scenario,
        long seed,
        String stage,
        ImmutableList<Verdict> verdicts,
        RunOutcome outcome,
        ImmutableList<Rejection> rejections,
        Premises premises,
        ImmutableList<Moment> moments,
        Trace trace,
        Optional<SimulatedNetwork> network,
        Optional<Sensitivity> sensitivity) {

    /** The same with other verdicts. */
    RehearsalResult with(ImmutableList<Verdict> others) {
        return new RehearsalResult(
                scenario, seed, stage, others, outcome, rejections, premises, moments, trace, network, sensitivity);
    }

    /** The same with what was found out about its assumptions. */
    public RehearsalResult with(Sensitivity found) {
        return new RehearsalResult(
                scenario,
                seed,
                stage,
                verdicts,
                outcome,
                rejections,
                premises,
                moments,
                trace,
                network,
                Optional.of(found));
    }

    /** The assumptions that all of it rests on, with the values in use, by name. */
    public ImmutableSortedMap<String, String> assumptions() {
        return AssumptionsInUse.of(scenario, network.map(SimulatedNetwork::planEver), premises);
    }

    /** What the elements come from that its events are about. */
    public Origins origins() {
        return new Origins(scenario, network.map(SimulatedNetwork::planEver), premises);
    }

    /** True if the run did all that was expected, as far as that could be judged. */
    public boolean holds() {
        return verdicts.stream().noneMatch(Verdict::failed);
    }

    /** True if routing did not settle and no expectation said so. */
    public boolean divergedUnexpectedly() {
        return outcome.isDivergence() && !expectedToDiverge();
    }

    private boolean expectedToDiverge() {
        return scenario.expectations().stream()
                .anyMatch(expectation -> expectation.claim() instanceof Converges claim && !claim.converges());
    }
}

package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;

/**
 * A run that is over, as the checks look back on it.
 *
 * @param scenario what was run
 * @param network as the run left it, with its trace and the histories of its flows
 * @param outcome how it ended
 * @param rejections what Azure refused
 * @param premises the assumptions that its course rests on
 * @param citations where the events go that reasons are taken from
 */
record RunRecord(
        Scenario scenario,
        SimulatedNetwork network,
        RunOutcome outcome,
        ImmutableList<Rejection> rejections,
        Premises premises,
        Citations citations) {

    CauseChain causes() {
        return new CauseChain(scenario, network, citations::cite);
    }

    /** The elements that the verdict speaks of. */
    Subjects subjects() {
        return citations.subjects();
    }

    /** Names what was down at a time among what the verdict speaks of. */
    void blameWhatIsDown(long atNanos) {
        subjects().addWhatIsDown(network.trace().events(), atNanos);
    }

    /** The same run, looked at for another verdict. */
    RunRecord citing(Citations others) {
        return new RunRecord(scenario, network, outcome, rejections, premises, others);
    }
}

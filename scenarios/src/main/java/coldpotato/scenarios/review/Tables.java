package coldpotato.scenarios.review;

import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of a run at times that are over: a run is a pure function, so that it can be had again up to there. */
final class Tables {
    private final RehearsalResult result;
    private final SimulatedNetwork end;
    private final Map<Long, SimulatedNetwork> earlier = new TreeMap<>();

    /** @param end the network as the run left it */
    Tables(RehearsalResult result, SimulatedNetwork end) {
        this.result = result;
        this.end = end;
    }

    /** The network at an instant; empty for a time that is over of a run that was not in virtual time. */
    Optional<SimulatedNetwork> at(long nanos) {
        if (nanos >= end.nowNanos()) {
            return Optional.of(end);
        }
        return result.stage().isEmpty() ? Optional.of(earlier.computeIfAbsent(nanos, this::again)) : Optional.empty();
    }

    private SimulatedNetwork again(long nanos) {
        return new Rehearsal(result.scenario(), RunChoices.USUAL.withSeed(result.seed())).upTo(nanos);
    }
}

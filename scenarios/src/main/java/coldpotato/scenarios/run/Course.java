package coldpotato.scenarios.run;

import coldpotato.core.azure.operations.OperationResult;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.scenarios.check.Premises;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/**
 * The models that a scenario goes through, and what each is compiled into. Operations are functions from model to model, so
 * that all of this is known before anything runs.
 *
 * @param refusals what Azure has against the network as the file has it
 * @param start the network as the file has it
 * @param deeds all that is done to it
 * @param steps what each deed that changes the model leads to, in the order of time
 * @param premises the assumptions that all of this rests on
 * @param meets the network that each entry of the timeline meets
 */
record Course(
        ImmutableList<Refusal> refusals,
        NetworkPlan start,
        ImmutableList<Deed> deeds,
        ImmutableMap<Deed, Step> steps,
        Premises premises,
        ImmutableMap<TimelineEntry, NetworkPlan> meets) {

    /**
     * What an operation of the timeline leads to.
     *
     * @param result the model after it, and why Azure refuses it or a part of it
     * @param plan the network after it
     */
    record Step(OperationResult result, NetworkPlan plan) {}

    /** @param external routers for which nobody of ours speaks */
    static Course of(Scenario scenario, ImmutableSet<String> external) {
        return new Walk(scenario, external).course();
    }

    /** The network that an entry of the timeline meets: what the changes before it have made of it. */
    NetworkPlan before(TimelineEntry entry) {
        return meets.get(entry);
    }

    /** All networks of the course. */
    Stream<NetworkPlan> plans() {
        return Stream.concat(Stream.of(start), steps.values().stream().map(Step::plan));
    }
}

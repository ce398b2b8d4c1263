package coldpotato.scenarios.run;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.OperationResult;
import coldpotato.core.azure.Refusal;
import coldpotato.core.azure.Validity;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.azure.AzureCompiler;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The models that a scenario goes through, and what each is compiled into. Operations are functions from model to model, so
 * that all of this is known before anything runs.
 *
 * @param refusals what Azure has against the network as the file has it
 * @param start the network as the file has it
 * @param deeds all that is done to it
 * @param steps what each deed that changes the model leads to, in the order of time
 */
record Course(
        ImmutableList<Refusal> refusals, NetworkPlan start, ImmutableList<Deed> deeds, ImmutableMap<Deed, Step> steps) {

    /**
     * What an operation of the timeline leads to.
     *
     * @param result the model after it, and why Azure refuses it or a part of it
     * @param plan the network after it
     */
    record Step(OperationResult result, NetworkPlan plan) {}

    /**
     * What Azure refuses has no end either.
     *
     * @param external routers for which nobody of ours speaks
     */
    static Course of(Scenario scenario, ImmutableSet<String> external) {
        HybridNetwork model = scenario.network();
        NetworkPlan start = compile(scenario, model, external);
        NetworkPlan plan = start;
        ImmutableList.Builder<Deed> deeds = ImmutableList.builder();
        ImmutableMap.Builder<Deed, Step> steps = ImmutableMap.builder();
        Set<TimelineEntry> refused = new LinkedHashSet<>();
        for (Deed deed : Deed.of(scenario, start)) {
            if (refused.contains(deed.entry())) {
                continue;
            }
            deeds.add(deed);
            if (deed.action() instanceof Action.Change change) {
                OperationResult result = change.operation().apply(model);
                plan = result.network().equals(model) ? plan : compile(scenario, result.network(), external);
                model = result.network();
                steps.put(deed, new Step(result, plan));
                if (result.isRefused()) {
                    refused.add(deed.entry());
                }
            }
        }
        return new Course(Validity.check(scenario.network()), start, deeds.build(), steps.buildOrThrow());
    }

    private static NetworkPlan compile(Scenario scenario, HybridNetwork model, ImmutableSet<String> external) {
        return AzureCompiler.compile(model, scenario.policies()).withoutSpeakers(external);
    }

    /** The network that an entry of the timeline meets: what the changes before it have made of it. */
    NetworkPlan before(TimelineEntry entry) {
        NetworkPlan plan = start;
        for (Deed deed : deeds) {
            if (deed.entry().equals(entry)) {
                return plan;
            }
            Step step = steps.get(deed);
            plan = step == null ? plan : step.plan();
        }
        return plan;
    }

    /** All networks of the course. */
    Stream<NetworkPlan> plans() {
        return Stream.concat(Stream.of(start), steps.values().stream().map(Step::plan));
    }
}

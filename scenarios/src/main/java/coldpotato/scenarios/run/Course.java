package coldpotato.scenarios.run;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.OperationResult;
import coldpotato.core.azure.Refusal;
import coldpotato.core.azure.Validity;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.NameKind;
import coldpotato.scenarios.file.NameTable;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.azure.AzureCompiler;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models that a scenario goes through, and what each is compiled into. Operations are functions from model to model, so
 * that all of this is known before anything runs.
 */
final class Course {

    /**
     * What an operation of the timeline leads to.
     *
     * @param result the model after it, or why Azure refuses it
     * @param plan the network after it
     */
    record Step(OperationResult result, NetworkPlan plan) {}

    private final Scenario scenario;
    private final ImmutableList<Refusal> refusals;
    private final NetworkPlan start;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    Course(Scenario scenario) {
        this.scenario = scenario;
        this.refusals = Validity.check(scenario.network());
        this.start = compile(scenario.network());
        Step at = new Step(new OperationResult(scenario.network(), ImmutableList.of()), start);
        for (TimelineEntry entry : scenario.timeline()) {
            if (entry.action() instanceof Action.Change change) {
                at = step(entry, change, at);
            }
        }
        mistakes.addAll(scenario.dangling(names()));
    }

    private Step step(TimelineEntry entry, Action.Change change, Step before) {
        HybridNetwork model = before.result().network();
        try {
            OperationResult result = change.operation().apply(model);
            Step step = new Step(result, result.isRefused() ? before.plan() : compile(result.network()));
            steps.put(entry.name(), step);
            return step;
        } catch (IllegalArgumentException e) {
            // The name was there at the start, as the reader has checked: an earlier entry took it away.
            mistakes.add(new Mistake(entry.place(), e.getMessage() + " any more at this time"));
            return before;
        }
    }

    private NetworkPlan compile(HybridNetwork model) {
        return AzureCompiler.compile(model, scenario.policies());
    }

    /** Names of all plans of the course, since a scenario may speak of what it adds. */
    private NameTable names() {
        ImmutableList<PlanNameTable> tables =
                plans().stream().map(PlanNameTable::new).collect(ImmutableList.toImmutableList());
        return kind -> known(tables, kind);
    }

    private static ImmutableSet<String> known(ImmutableList<PlanNameTable> tables, NameKind kind) {
        return tables.stream().flatMap(table -> table.known(kind).stream()).collect(ImmutableSet.toImmutableSet());
    }

    private ImmutableList<NetworkPlan> plans() {
        return ImmutableList.copyOf(
                Iterables.concat(ImmutableList.of(start), Iterables.transform(steps.values(), Step::plan)));
    }

    /** The network as the file has it. */
    NetworkPlan start() {
        return start;
    }

    /** What Azure has against the network as the file has it. */
    ImmutableList<Refusal> refusals() {
        return refusals;
    }

    /** What an entry that changes the model leads to. */
    Step step(String entry) {
        return steps.get(entry);
    }

    /** Names that lead nowhere. */
    ImmutableList<Mistake> mistakes() {
        return ImmutableList.sortedCopyOf(mistakes);
    }
}

package coldpotato.scenarios.run;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.operations.OperationResult;
import coldpotato.core.azure.rules.Validity;
import coldpotato.scenarios.check.Premises;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.azure.AzureCompiler;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes through a timeline from change to change. What an entry does is only asked when its time comes, since the groups that it
 * names may be others by then.
 */
final class Walk {
    private final Scenario scenario;
    private final ImmutableSet<String> external;
    private final NetworkPlan start;
    /** By time, and at one time in the order of the timeline. */
    private final Comparator<Deed> order;

    private final List<Deed> ahead = new ArrayList<>();
    private final Set<TimelineEntry> refused = new LinkedHashSet<>();
    private final ImmutableList.Builder<Deed> deeds = ImmutableList.builder();
    private final ImmutableMap.Builder<Deed, Course.Step> steps = ImmutableMap.builder();
    private final ImmutableMap.Builder<TimelineEntry, NetworkPlan> meets = ImmutableMap.builder();
    private final ImmutableSetMultimap.Builder<Long, String> times = ImmutableSetMultimap.builder();
    private final ImmutableSetMultimap.Builder<Optional<String>, String> consents = ImmutableSetMultimap.builder();
    private HybridNetwork model;
    private NetworkPlan plan;

    /** @param external routers for which nobody of ours speaks */
    Walk(Scenario scenario, ImmutableSet<String> external) {
        this.scenario = scenario;
        this.external = external;
        this.order = Comparator.comparingLong(Deed::atNanos)
                .thenComparingInt(deed -> scenario.timeline().indexOf(deed.entry()));
        this.model = scenario.network();
        this.start = compile();
        this.plan = start;
    }

    /** May be asked for once. */
    Course course() {
        consents(Optional.empty(), Validity.restsOn(model));
        scenario.timeline().stream()
                .map(entry -> new Deed(scenario.times().events().get(entry.name()), entry, entry.action()))
                .sorted(order)
                .forEach(this::come);
        ahead.forEach(this::perform);
        return new Course(
                Validity.check(scenario.network()),
                start,
                deeds.build(),
                steps.buildOrThrow(),
                new Premises(times.build(), consents.build()),
                meets.buildOrThrow());
    }

    private void come(Deed coming) {
        while (!ahead.isEmpty() && order.compare(ahead.get(0), coming) < 0) {
            perform(ahead.remove(0));
        }
        meets.put(coming.entry(), plan);
        ahead.addAll(Deed.of(coming.entry(), scenario, plan));
        ahead.sort(order);
    }

    /** What Azure refuses has no end either. */
    private void perform(Deed deed) {
        if (refused.contains(deed.entry())) {
            return;
        }
        deeds.add(deed);
        times.putAll(deed.atNanos(), deed.assumptions());
        if (deed.action() instanceof Action.Change change) {
            OperationResult result = change.operation().apply(model);
            consents(Optional.of(deed.entry().name()), result.assumptions());
            boolean same = result.network().equals(model);
            // Which end of a link or flow is nearer to Azure is asked once, of the model at the start.
            checkState(places(result.network()).equals(places(model)), "%s makes a place or takes it away", deed);
            model = result.network();
            plan = same ? plan : compile();
            steps.put(deed, new Course.Step(result, plan));
            if (result.isRefused()) {
                refused.add(deed.entry());
            }
        }
    }

    private void consents(Optional<String> entry, Set<Assumption> assumptions) {
        assumptions.forEach(assumption -> consents.put(entry, assumption.name()));
    }

    private static ImmutableSet<String> places(HybridNetwork model) {
        return Stream.of(model.sites(), model.virtualNetworks(), model.hubs(), model.clouds(), model.ipvpns())
                .flatMap(places -> places.keySet().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private NetworkPlan compile() {
        return AzureCompiler.compile(model, scenario.policies()).withoutSpeakers(external);
    }
}

package coldpotato.scenarios.run;

import coldpotato.core.azure.Assumption;
import coldpotato.core.azure.AssumptionValues;
import coldpotato.core.azure.Assumptions;
import coldpotato.core.azure.Conflicts;
import coldpotato.scenarios.check.AssumptionsInUse;
import coldpotato.scenarios.check.Judgement;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/**
 * On which assumptions the verdicts of a run hinge: the scenario is run again with each assumption that its network rests on at
 * the other values that are plausible, one at a time.
 *
 * @param tried each value that was tried, as {@code name=value}
 * @param hinges what changes, by name of the verdict
 */
public record Sensitivity(ImmutableList<String> tried, ImmutableListMultimap<String, Hinge> hinges) {

    /**
     * A value with which a verdict would be another.
     *
     * @param value as {@code name=value}
     * @param judgement what the verdict would be
     */
    public record Hinge(String value, Judgement judgement) {
        @Override
        public String toString() {
            return switch (judgement) {
                case HOLDS -> "holds with " + value;
                case FAILED -> "fails with " + value;
                case NOT_JUDGED -> "cannot be judged with " + value;
            };
        }
    }

    /** Runs a scenario again and again, and compares with how it went. */
    public static Sensitivity of(RehearsalResult usual, RunChoices choices) {
        ImmutableList.Builder<String> tried = ImmutableList.builder();
        ImmutableListMultimap.Builder<String, Hinge> hinges = ImmutableListMultimap.builder();
        for (Assumption assumption : inUse(usual)) {
            for (String value : others(assumption, usual.scenario())) {
                Scenario other = usual.scenario().assuming(with(usual.scenario(), assumption, value));
                String text = assumption.name() + "=" + value;
                tried.add(text);
                changed(usual, new Rehearsal(other, choices.withSeed(usual.seed())).run())
                        .forEach((name, judgement) -> hinges.put(name, new Hinge(text, judgement)));
            }
        }
        return new Sensitivity(tried.build(), hinges.build());
    }

    /** What it comes to for a verdict, in sentences. */
    public ImmutableList<String> of(Verdict verdict) {
        ImmutableList<Hinge> changes = hinges.get(verdict.name());
        return changes.isEmpty()
                ? ImmutableList.of("the same with each of " + tried.size() + " other values of the assumptions tried")
                : changes.stream().map(Hinge::toString).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Assumption> inUse(RehearsalResult usual) {
        ImmutableSet<String> names = usual.network()
                .map(network ->
                        AssumptionsInUse.of(usual.scenario(), network.plan()).keySet())
                .map(ImmutableSet::copyOf)
                .orElse(ImmutableSet.of());
        return Assumptions.catalogue().all().stream()
                .filter(assumption -> names.contains(assumption.name())
                        || isConflict(assumption)
                        || usual.scenario().rests(assumption))
                .collect(ImmutableList.toImmutableList());
    }

    /** What documents contradict each other about may decide what there is in a network, and not only how it behaves. */
    private static boolean isConflict(Assumption assumption) {
        return Conflicts.all().stream()
                .anyMatch(conflict -> conflict.assumption().equals(assumption));
    }

    private static ImmutableSet<String> others(Assumption assumption, Scenario scenario) {
        String now = scenario.network().assumptions().text(assumption);
        return Stream.concat(
                        Stream.of(assumption.usual(), assumption.best(), assumption.worst()),
                        assumption.choices().stream())
                .filter(value -> !value.equals(now))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static AssumptionValues with(Scenario scenario, Assumption assumption, String value) {
        return new AssumptionValues(ImmutableMap.<String, String>builder()
                .putAll(scenario.network().assumptions().set())
                .put(assumption.name(), value)
                .buildKeepingLast());
    }

    /** The verdicts that are not what they were; those that nobody expected are told of when they come. */
    private static ImmutableMap<String, Judgement> changed(RehearsalResult usual, RehearsalResult other) {
        ImmutableMap<String, Judgement> before = judgements(usual);
        return judgements(other).entrySet().stream()
                .filter(entry -> entry.getValue() != before.getOrDefault(entry.getKey(), Judgement.HOLDS))
                .collect(ImmutableMap.toImmutableMap(entry -> entry.getKey(), entry -> entry.getValue()));
    }

    private static ImmutableMap<String, Judgement> judgements(RehearsalResult result) {
        return result.verdicts().stream()
                .collect(ImmutableMap.toImmutableMap(Verdict::name, Verdict::judgement, (first, second) -> first));
    }
}

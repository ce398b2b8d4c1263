package coldpotato.scenarios.run;

import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.scenarios.check.Judgement;
import coldpotato.scenarios.check.RunOutcome;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

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
     * @param outcome how the run would end
     */
    public record Hinge(String value, Judgement judgement, RunOutcome outcome) {
        @Override
        public String toString() {
            return switch (judgement) {
                        case HOLDS -> "holds with ";
                        case FAILED -> "fails with ";
                        case NOT_JUDGED -> "cannot be judged with ";
                    }
                    + value
                    + (outcome instanceof RunOutcome.Completed ? "" : ", where the run " + outcome);
        }
    }

    /** Runs a scenario again and again, and compares with how it went. */
    public static Sensitivity of(RehearsalResult usual, RunChoices choices) {
        ImmutableList.Builder<String> tried = ImmutableList.builder();
        ImmutableListMultimap.Builder<String, Hinge> hinges = ImmutableListMultimap.builder();
        AssumptionValues values = usual.scenario().network().assumptions();
        for (Assumption assumption : inUse(usual)) {
            for (String value : values.others(assumption)) {
                Scenario other = usual.scenario().assuming(values.with(assumption, value));
                String text = assumption.name() + "=" + value;
                tried.add(text);
                RehearsalResult result = new Rehearsal(other, choices).run();
                changed(usual, result)
                        .forEach((name, judgement) -> hinges.put(name, new Hinge(text, judgement, result.outcome())));
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

    /** What would happen that no expectation speaks of: refusals, and routing that does not settle. */
    public ImmutableList<String> surprises(RehearsalResult usual) {
        ImmutableSet<String> known = judgements(usual).keySet();
        return hinges.entries().stream()
                .filter(hinge -> !known.contains(hinge.getKey()))
                .map(hinge -> hinge.getKey() + " " + hinge.getValue())
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Assumption> inUse(RehearsalResult usual) {
        return Assumptions.catalogue().all().stream()
                .filter(assumption -> usual.assumptions().containsKey(assumption.name()))
                .collect(ImmutableList.toImmutableList());
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

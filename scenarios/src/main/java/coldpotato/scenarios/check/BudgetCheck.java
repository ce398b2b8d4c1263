package coldpotato.scenarios.check;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.DurationRange;
import coldpotato.scenarios.file.Expectation.BudgetClaim;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.PerDirection;
import coldpotato.scenarios.outage.Budget;
import coldpotato.scenarios.outage.Leg;
import coldpotato.scenarios.outage.OutageLedger;
import coldpotato.scenarios.outage.Phase;
import coldpotato.sim.flow.Cohort;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Judges what the time of outages went by with: of each flow that was out, all of its outages in the period taken together. A flow
 * that was not out lost no time with anything.
 */
final class BudgetCheck {
    private final OfFlow claim;
    private final Period period;
    private final FlowSides sides;

    BudgetCheck(OfFlow claim, Period period, FlowSides sides) {
        this.claim = claim;
        this.period = period;
        this.sides = sides;
    }

    /** Visits what is claimed of each phase. */
    static void say(BudgetClaim budget, BiConsumer<Phase, PerDirection<DurationRange>> visitor) {
        visitor.accept(Phase.DETECTION, budget.detection());
        visitor.accept(Phase.PROPAGATION, budget.propagation());
        visitor.accept(Phase.DECISION, budget.decision());
        visitor.accept(Phase.PROGRAMMING, budget.programming());
    }

    ImmutableList<Finding> findings(RunRecord run, GroupFlows flows) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        say(
                claim.budget(),
                (phase, ranges) -> Sided.each(
                        ranges,
                        claim.flow(),
                        sides,
                        (side, range) -> findings.add(finding(run, flows, phase, side, range))));
        return findings.build();
    }

    private Finding finding(RunRecord run, GroupFlows flows, Phase phase, Sided side, DurationRange range) {
        OutageLedger ledger = new OutageLedger(run.network());
        ImmutableList<Budget> budgets = flows.cohorts().stream()
                .flatMap(cohort -> budget(ledger, cohort, side.directions()).stream())
                .collect(ImmutableList.toImmutableList());
        LongSummaryStatistics times =
                budgets.stream().mapToLong(budget -> budget.nanos(phase)).summaryStatistics();
        long min = budgets.isEmpty() ? 0 : times.getMin();
        long max = budgets.isEmpty() ? 0 : times.getMax();
        boolean open = budgets.stream().anyMatch(budget -> budget.nanos(Phase.LASTING) > 0);
        String found = budgets.isEmpty() ? "none hit" : text(min, max) + " " + phase.text();
        return new Finding(
                        !open && range.contains(min) && range.contains(max),
                        side.text()
                                + (open
                                        ? "some are not back when the run ends, so nothing tells what they wait for"
                                        : found),
                        new FlowStory(run, flows, sides).over(period, side.directions()))
                .measuring(Measure.nanos(side.text() + phase.text(), max));
    }

    /** What the outages of a cohort in the period went by with; empty if there were none. */
    private Optional<Budget> budget(OutageLedger ledger, Cohort cohort, ImmutableSet<FlowDirection> directions) {
        // The last instant of the period belongs to it.
        long end = period.toNanos() + 1;
        ImmutableList<Leg> legs = ledger.outages(claim.flow(), cohort, directions).stream()
                .flatMap(outage -> outage.budget().within(period.fromNanos(), end).legs().stream())
                .collect(ImmutableList.toImmutableList());
        return legs.isEmpty() ? Optional.empty() : Optional.of(new Budget(legs));
    }

    private static String text(long min, long max) {
        String shortest = Durations.format(min);
        String longest = Durations.format(max);
        return shortest + (shortest.equals(longest) ? "" : " .. " + longest);
    }
}

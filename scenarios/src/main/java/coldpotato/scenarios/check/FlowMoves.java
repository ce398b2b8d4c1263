package coldpotato.scenarios.check;

import coldpotato.scenarios.file.CountRange;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.PercentRange;
import coldpotato.sim.flow.Cohort;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableSet;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges how many flows of a group came to other paths in a period, and how often. */
final class FlowMoves {
    private final OfFlow claim;
    private final Period period;
    private final FlowSides sides;
    private final Map<FlowDirection, PercentRange> moved = new EnumMap<>(FlowDirection.class);
    private final Map<FlowDirection, CountRange> pathChanges = new EnumMap<>(FlowDirection.class);

    FlowMoves(OfFlow claim, Period period, FlowSides sides) {
        this.claim = claim;
        this.period = period;
        this.sides = sides;
        FlowClaim.each(claim.moved(), claim.flow(), sides, moved::put);
        FlowClaim.each(claim.pathChanges(), claim.flow(), sides, pathChanges::put);
    }

    Stream<Finding> findings(RunRecord run, GroupFlows flows) {
        return Stream.of(FlowDirection.values())
                .filter(direction -> moved.containsKey(direction) || pathChanges.containsKey(direction))
                .map(direction -> finding(run, flows, direction));
    }

    private Finding finding(RunRecord run, GroupFlows flows, FlowDirection direction) {
        IntSummaryStatistics often = new IntSummaryStatistics();
        int movers = 0;
        for (Cohort cohort : flows.cohorts()) {
            int changes = flows.pathChanges(cohort.flows().get(0), direction, period.fromNanos(), period.toNanos());
            often.accept(changes);
            movers += changes > 0 ? cohort.size() : 0;
        }
        int all = flows.group().count();
        double percent = Percent.of((double) movers / all);
        boolean holds = isIn(moved.get(direction), percent)
                && isIn(pathChanges.get(direction), often.getMin())
                && isIn(pathChanges.get(direction), often.getMax());
        String found = sides.text(claim.flow(), direction) + " " + Percent.text(percent) + " moved (" + movers + " of "
                + all + "), each " + often.getMin() + " to " + often.getMax() + " times";
        String side = sides.text(claim.flow(), direction);
        return new Finding(holds, found, new FlowStory(run, flows, sides).over(period, ImmutableSet.of(direction)))
                .measuring(
                        Measure.percent(side + " moved", percent),
                        Measure.plain(side + " path changes", often.getMax()));
    }

    private static boolean isIn(PercentRange range, double percent) {
        return Optional.ofNullable(range)
                .map(expected -> expected.contains(percent))
                .orElse(true);
    }

    private static boolean isIn(CountRange range, long count) {
        return Optional.ofNullable(range)
                .map(expected -> expected.contains(count))
                .orElse(true);
    }
}

package coldpotato.scenarios.check;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.Within;
import coldpotato.scenarios.outage.Outage;
import coldpotato.scenarios.outage.OutageLedger;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;

/**
 * Judges when all flows are back after something. What counts are the outages under way then, those that begin before the next
 * entry of the timeline or the end of the period, and those that begin later as its consequence.
 */
final class RestoredCheck {
    private final OfFlow claim;
    private final Period period;
    private final FlowSides sides;

    RestoredCheck(OfFlow claim, Period period, FlowSides sides) {
        this.claim = claim;
        this.period = period;
        this.sides = sides;
    }

    ImmutableList<Finding> findings(RunRecord run, GroupFlows flows) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        Sided.each(
                claim.restored(),
                claim.flow(),
                sides,
                (side, within) -> findings.add(finding(run, flows, side, within)));
        return findings.build();
    }

    private Finding finding(RunRecord run, GroupFlows flows, Sided side, Within within) {
        long since = run.scenario().times().nanos(within.after());
        long next = nextNanos(run, since);
        OutageLedger ledger = new OutageLedger(run.network());
        Optional<Outage> last = flows.cohorts().stream()
                .flatMap(cohort -> ledger.outages(claim.flow(), cohort, side.directions()).stream())
                .filter(outage -> counts(outage, since, next))
                .max(Comparator.comparing((Outage outage) -> !outage.over()).thenComparing(Outage::toNanos));
        long back = last.map(Outage::toNanos).orElse(since);
        Finding finding = new Finding(
                last.map(Outage::over).orElse(true) && within.range().contains(back - since),
                side.text()
                        + last.map(outage -> text(outage, since, within)).orElse("none out after " + within.after()),
                new FlowStory(run, flows, sides).over(new Period(since, back, ""), side.directions()));
        return finding.measuring(Measure.nanos(side.text() + "restored", back - since));
    }

    private static boolean counts(Outage outage, long since, long next) {
        boolean during = outage.fromNanos() < next && outage.toNanos() > since;
        return during
                || outage.fault()
                        .filter(fault -> fault.timeNanos() >= since && fault.timeNanos() < next)
                        .isPresent();
    }

    private static String text(Outage outage, long since, Within within) {
        return outage.over()
                ? "all back " + Durations.format(outage.toNanos() - since) + " after " + within.after()
                : outage.flows() + " or more not back when the run ends at " + TimeText.of(outage.toNanos());
    }

    /** When the next entry of the timeline comes, or the period or the run is over. */
    private long nextNanos(RunRecord run, long since) {
        long end = period.isSaid() ? period.toNanos() : run.network().nowNanos();
        return run.scenario().times().events().values().stream()
                .filter(time -> time > since)
                .mapToLong(Long::longValue)
                .min()
                .stream()
                .map(time -> Math.min(time, Math.max(end, since + 1)))
                .findFirst()
                .orElse(Math.max(end, since + 1));
    }
}

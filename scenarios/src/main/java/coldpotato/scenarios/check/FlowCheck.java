package coldpotato.scenarios.check;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.DurationRange;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.PerDirection;
import coldpotato.scenarios.file.PercentRange;
import coldpotato.scenarios.remedy.Again;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Outages;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges flows, on their histories, when the run is over. What is claimed of each instant of an interval is looked at whenever
 * any flow of the group changes in it, so nothing slips through.
 *
 * <p>Delivery, shares and paths are of each direction by itself; claimed without a direction they are claimed of both. A flow
 * is hit, and out, while packets of either direction do not arrive, unless a direction is said.
 */
final class FlowCheck implements Check {
    private static final ImmutableSet<FlowDirection> EITHER = ImmutableSet.copyOf(FlowDirection.values());

    private final OfFlow claim;
    private final Period period;
    private final FlowSides sides;
    private final FlowReasons reasons;

    FlowCheck(OfFlow claim, Period period, FlowSides sides, Again again) {
        this.reasons = new FlowReasons(claim, period, sides, again);
        this.claim = claim;
        this.period = period;
        this.sides = sides;
    }

    @Override
    public String expected() {
        List<String> parts = new ArrayList<>();
        say(parts, "delivered ", claim.delivered(), PercentRange::toString);
        say(parts, "", claim.shares(), shares -> shares.entrySet().stream()
                .map(share -> share.getValue() + " by " + share.getKey())
                .collect(Collectors.joining(", ")));
        say(parts, "hit ", claim.hit(), PercentRange::toString);
        say(parts, "out for ", claim.outage(), DurationRange::toString);
        say(parts, "along ", claim.path(), nodes -> String.join(" -> ", nodes));
        say(parts, "via ", claim.via(), names -> String.join(" and ", names));
        say(parts, "", claim.outcome(), Object::toString);
        say(parts, "DSCP ", claim.dscp(), Object::toString);
        say(parts, "moved ", claim.moved(), PercentRange::toString);
        say(parts, "path changes ", claim.pathChanges(), Object::toString);
        say(parts, "back ", claim.restored(), Object::toString);
        BudgetCheck.say(claim.budget(), (phase, ranges) -> say(parts, phase.text() + " ", ranges, Object::toString));
        claim.symmetric().ifPresent(yes -> parts.add(yes ? "the way back is the way there" : "the ways differ"));
        claim.asymmetry().ifPresent(asymmetry -> parts.add(asymmetry.toString()));
        claim.remedy().ifPresent(remedy -> parts.add(remedy.toString()));
        return sides.called(claim.flow()) + ": " + String.join("; ", parts);
    }

    private static <T> void say(List<String> parts, String word, PerDirection<T> claims, Function<T, String> text) {
        claims.both().ifPresent(value -> parts.add(word + text.apply(value)));
        claims.toSite().ifPresent(value -> parts.add("to-site " + word + text.apply(value)));
        claims.toAzure().ifPresent(value -> parts.add("to-azure " + word + text.apply(value)));
    }

    @Override
    public ImmutableSortedSet<Long> stopsNanos() {
        return ImmutableSortedSet.of(period.fromNanos());
    }

    @Override
    public void look(SimulatedNetwork network) {
        reasons.look(network);
    }

    @Override
    public Finding finding(RunRecord run) {
        GroupFlows flows = run.network().flows().group(claim.flow());
        Period seen = period.until(run.network().nowNanos());
        List<Finding> findings = new ArrayList<>(instants(run, flows, seen));
        findings.addAll(outages(run, flows, seen));
        new FlowMoves(claim, seen, sides).findings(run, flows).forEach(findings::add);
        new BudgetCheck(claim, seen, sides).findings(run, flows).forEach(findings::add);
        new RestoredCheck(claim, period, sides).findings(run, flows).forEach(findings::add);
        reasons.remedy(run).ifPresent(findings::add);
        return Finding.all(findings).after(reasons.told());
    }

    private ImmutableList<Finding> instants(RunRecord run, GroupFlows flows, Period seen) {
        ImmutableList<FlowClaim> claims =
                FlowClaim.of(claim, sides, run.network().planEver());
        if (claims.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableSortedSet<Long> changes = changes(run, flows, seen);
        return claims.stream()
                .map(each -> instants(run, flows, each, changes))
                .collect(ImmutableList.toImmutableList());
    }

    private Finding instants(RunRecord run, GroupFlows flows, FlowClaim each, ImmutableSortedSet<Long> changes) {
        Extremes extremes = new Extremes(each.expected());
        changes.forEach(at -> extremes.add(at, each.measure().percent(flows, at)));
        long told = extremes.holds() ? changes.last() : extremes.wrongSinceNanos();
        String direction =
                each.direction().map(one -> sides.text(claim.flow(), one) + " ").orElse("");
        String since = extremes.holds() || period.isInstant() ? "" : ", wrong at " + TimeText.of(told);
        FlowStory story = new FlowStory(run, flows, sides);
        ImmutableSet<FlowDirection> directions =
                each.direction().map(ImmutableSet::of).orElse(EITHER);
        story.restOn(told, directions);
        return new Finding(
                        extremes.holds(), direction + extremes + " " + each.text() + since, story.at(told, directions))
                .measuring(extremes.measures(direction + each.text()));
    }

    /** The first instant of a period and all others at which a flow, or what links had to carry, changed. */
    private static ImmutableSortedSet<Long> changes(RunRecord run, GroupFlows flows, Period period) {
        TreeSet<Long> changes = new TreeSet<>();
        changes.add(period.fromNanos());
        changes.addAll(run.network().flows().loads().changesNanos(period.fromNanos(), period.toNanos()));
        changes.addAll(flows.changesNanos(period.fromNanos(), period.toNanos()));
        return ImmutableSortedSet.copyOfSorted(changes);
    }

    private ImmutableList<Finding> outages(RunRecord run, GroupFlows flows, Period seen) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        outage(run, flows, seen, EITHER, "", claim.hit().both(), claim.outage().both())
                .ifPresent(findings::add);
        outage(
                        run,
                        flows,
                        seen,
                        ImmutableSet.of(sides.toSite(claim.flow())),
                        "to-site ",
                        claim.hit().toSite(),
                        claim.outage().toSite())
                .ifPresent(findings::add);
        outage(
                        run,
                        flows,
                        seen,
                        ImmutableSet.of(sides.toAzure(claim.flow())),
                        "to-azure ",
                        claim.hit().toAzure(),
                        claim.outage().toAzure())
                .ifPresent(findings::add);
        return findings.build();
    }

    private Optional<Finding> outage(
            RunRecord run,
            GroupFlows flows,
            Period seen,
            ImmutableSet<FlowDirection> directions,
            String side,
            Optional<PercentRange> hit,
            Optional<DurationRange> range) {
        if (hit.isEmpty() && range.isEmpty()) {
            return Optional.empty();
        }
        // The last instant of the period belongs to it.
        Outages outages = flows.outages(directions, seen.fromNanos(), seen.toNanos() + 1);
        boolean holds = hit.map(expected -> expected.contains(Percent.of(outages.hitFraction())))
                        .orElse(true)
                && range.map(expected ->
                                expected.contains(outages.shortestNanos()) && expected.contains(outages.longestNanos()))
                        .orElse(true);
        FlowStory story = new FlowStory(run, flows, sides);
        story.restOn(seen.fromNanos(), directions);
        Finding finding = new Finding(holds, side + text(outages), story.over(seen, directions));
        return Optional.of(finding.measuring(
                Measure.percent(side + "hit", Percent.of(outages.hitFraction())),
                Measure.nanos(side + "outage", outages.hit() == 0 ? 0 : outages.longestNanos())));
    }

    private static String text(Outages outages) {
        if (outages.hit() == 0) {
            return "none hit";
        }
        String shortest = Durations.format(outages.shortestNanos());
        String longest = Durations.format(outages.longestNanos());
        return Percent.text(Percent.of(outages.hitFraction())) + " hit (" + outages.hit() + " of " + outages.flows()
                + "), out for " + shortest + (shortest.equals(longest) ? "" : " .. " + longest);
    }
}

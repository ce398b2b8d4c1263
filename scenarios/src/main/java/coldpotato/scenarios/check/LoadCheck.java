package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation.OfLoad;
import coldpotato.scenarios.file.PercentRange;
import coldpotato.sim.flow.Filling;
import coldpotato.sim.flow.LoadHistory;
import coldpotato.sim.net.Direction;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges what is asked of limits, on their histories, when the run is over: whenever it changes in an interval. Of a name that
 * stands for several limits, or for one that counts several things, the fullest counts.
 */
final class LoadCheck implements Check {
    private final OfLoad claim;
    private final Period period;

    LoadCheck(OfLoad claim, Period period) {
        this.claim = claim;
        this.period = period;
    }

    @Override
    public String expected() {
        String direction = claim.toAzure()
                .map(toAzure -> toAzure ? "to-azure " : "to-site ")
                .orElse("");
        return "load " + direction
                + claim.loads().entrySet().stream()
                        .map(load -> load.getValue() + " of " + load.getKey())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public ImmutableSortedSet<Long> stopsNanos() {
        return ImmutableSortedSet.of(period.fromNanos());
    }

    @Override
    public Finding finding(RunRecord run) {
        List<Finding> findings = new ArrayList<>();
        claim.loads().forEach((name, range) -> findings.add(finding(run, name, range)));
        return new Finding(
                findings.stream().allMatch(Finding::holds),
                findings.stream().map(Finding::found).collect(Collectors.joining("; ")),
                findings.stream()
                        .flatMap(finding -> finding.why().stream())
                        .distinct()
                        .collect(ImmutableList.toImmutableList()));
    }

    private Finding finding(RunRecord run, String name, PercentRange range) {
        run.subjects().add(name);
        Limits limits = new Limits(run.network().planEver());
        ImmutableSet<String> wires = limits.of(name);
        limits.links(wires).forEach(run.subjects()::add);
        if (wires.isEmpty()) {
            return new Finding(false, "nothing limits what " + name + " carries", ImmutableList.of());
        }
        LoadHistory loads = run.network().flows().loads();
        Extremes extremes = new Extremes(range);
        ImmutableSortedSet<Long> changes =
                changes(loads, period.until(run.network().nowNanos()));
        changes.forEach(at -> extremes.add(
                at,
                fullest(loads, wires, at)
                        .map(filling -> Percent.of(filling.percent() / 100))
                        .orElse(0.0)));
        long told = extremes.holds() ? changes.last() : extremes.wrongSinceNanos();
        String since = extremes.holds() || period.isInstant() ? "" : ", wrong at " + TimeText.of(told);
        ImmutableList<String> why = fullest(loads, wires, told).stream()
                .map(filling -> TimeText.of(told) + " " + filling.lane().wire() + " towards " + filling.towards() + ": "
                        + filling.fullness())
                .collect(ImmutableList.toImmutableList());
        if (!extremes.holds()) {
            run.blameWhatIsDown(told);
        }
        return new Finding(extremes.holds(), extremes + " of " + name + since, why);
    }

    private static ImmutableSortedSet<Long> changes(LoadHistory loads, Period seen) {
        TreeSet<Long> changes = new TreeSet<>(loads.changesNanos(seen.fromNanos(), seen.toNanos()));
        changes.add(seen.fromNanos());
        return ImmutableSortedSet.copyOfSorted(changes);
    }

    private Optional<Filling> fullest(LoadHistory loads, ImmutableSet<String> wires, long atNanos) {
        return loads.at(atNanos).limits().stream()
                .filter(filling -> wires.contains(filling.lane().wire()))
                .filter(filling -> claim.toAzure()
                        .map(toAzure -> toAzure == (filling.lane().direction() == Direction.A_TO_B))
                        .orElse(true))
                .max(Comparator.comparingDouble(Filling::percent));
    }
}

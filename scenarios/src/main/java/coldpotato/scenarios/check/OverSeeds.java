package coldpotato.scenarios.check;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.scenarios.file.Seeds;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of an expectation with each of many seeds.
 *
 * @param asked with how many it is tried, and with how many it has to hold
 * @param verdicts of each run alone, by seed
 */
public record OverSeeds(Seeds asked, ImmutableSortedMap<Long, Verdict> verdicts) {
    /** So many of the seeds that fail are named in words; programs get all of them. */
    private static final int NAMED_MAX = 8;

    public OverSeeds {
        checkArgument(!verdicts.isEmpty(), "no seed was tried");
    }

    /** True if it holds with as many seeds as it has to. */
    public boolean holds() {
        return asked.hold().contains(percent());
    }

    /** Share of the seeds with which it holds. */
    public double percent() {
        return Percent.of((double) (verdicts.size() - failing().size()) / verdicts.size());
    }

    /** The seeds with which it does not hold. */
    public ImmutableList<Long> failing() {
        return verdicts.entrySet().stream()
                .filter(run -> !run.getValue().holds())
                .map(ImmutableMap.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    /** What became of it with the first of those, with the seed before its reasons. */
    Optional<Verdict> firstFailing() {
        return failing().stream().findFirst().map(seed -> verdicts.get(seed).because("with seed " + seed + ":"));
    }

    /** How far each number went that was measured, in the order in which they were. */
    public ImmutableList<Spread> spreads() {
        return verdicts.values().stream()
                .flatMap(verdict -> verdict.measures().stream())
                .map(Measure::name)
                .distinct()
                .map(name -> Spread.of(name, verdicts))
                .collect(ImmutableList.toImmutableList());
    }

    /** How often, how far the numbers went, and which seeds to look at. */
    @Override
    public String toString() {
        ImmutableList<Long> failing = failing();
        List<String> parts = new ArrayList<>();
        int count = verdicts.size();
        parts.add(
                "holds with " + (count - failing.size()) + " of " + count + " seeds (" + Percent.text(percent()) + ")");
        spreads().forEach(spread -> parts.add(spread.toString()));
        if (!failing.isEmpty()) {
            parts.add("fails with --seed " + named(failing));
        }
        return String.join("; ", parts);
    }

    private static String named(List<Long> seeds) {
        return Stream.concat(
                        seeds.stream().limit(NAMED_MAX).map(String::valueOf),
                        seeds.size() > NAMED_MAX ? Stream.of((seeds.size() - NAMED_MAX) + " more") : Stream.empty())
                .collect(Collectors.joining(", "));
    }
}

package coldpotato.scenarios.run;

import coldpotato.scenarios.check.OverSeeds;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Expectation;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.Seeds;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tries what speaks of many seeds with all of them. The seed of the scenario is the first, and its run is there already; of the others
 * nothing is kept but verdicts, and none goes on when they are decided. What does not depend on the seed is worked out once: as long as the
 * timeline draws nothing, that is the course of the whole run, with every network compiled.
 */
final class SeedSweep {
    private final Scenario scenario;
    private final Course course;
    /** By name of the expectation. */
    private final ImmutableMap<String, Seeds> asked;

    SeedSweep(Scenario scenario, Course course) {
        this.scenario = scenario;
        this.course = course;
        this.asked = scenario.expectations().stream()
                .filter(expectation -> expectation.seeds().isPresent())
                .collect(ImmutableMap.toImmutableMap(
                        Expectation::name, expectation -> expectation.seeds().orElseThrow()));
    }

    /**
     * Puts what became of expectations with all their seeds in place of what became of them with the first.
     *
     * @param first all verdicts of the run with the scenario's own seed
     */
    ImmutableList<Verdict> verdicts(ImmutableList<Verdict> first, Workers workers) {
        Map<Long, ImmutableMap<String, Verdict>> runs = new TreeMap<>();
        runs.put(scenario.seed(), seeded(first));
        workers.work(tasks(), run -> runs.put(run.seed, run.verdicts));
        return first.stream()
                .map(verdict -> asked.containsKey(verdict.name()) ? over(verdict, runs) : verdict)
                .collect(ImmutableList.toImmutableList());
    }

    /** What became of the expectations with one seed. */
    private record Run(long seed, ImmutableMap<String, Verdict> verdicts) {}

    private List<Supplier<Run>> tasks() {
        int most = asked.values().stream().mapToInt(Seeds::count).max().orElse(0);
        List<Supplier<Run>> tasks = new ArrayList<>();
        for (int number = 1; number < most; number++) {
            long seed = scenario.seed() + number;
            tasks.add(() -> run(seed));
        }
        return tasks;
    }

    private Run run(long seed) {
        Scenario other = scenario.withSeed(seed);
        Course ofOther = scenario.isDrawn() ? Course.of(other, ImmutableSet.of()) : course;
        Rehearsal rehearsal = Rehearsal.ofSeed(other, ofOther);
        try {
            return new Run(seed, seeded(rehearsal.judged()));
        } catch (RuntimeException | Error e) {
            throw new IllegalStateException(e + ", " + rehearsal.whereabouts(), e);
        }
    }

    /** Verdicts of a run that stands for itself say so where they are about many seeds. */
    ImmutableList<Verdict> alone(ImmutableList<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> asked.containsKey(verdict.name()) ? verdict.ofSeedAlone(scenario.seed()) : verdict)
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableMap<String, Verdict> seeded(ImmutableList<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> asked.containsKey(verdict.name()))
                .collect(ImmutableMap.toImmutableMap(Verdict::name, Function.identity(), (one, same) -> one));
    }

    private Verdict over(Verdict first, Map<Long, ImmutableMap<String, Verdict>> runs) {
        Seeds seeds = asked.get(first.name());
        Stream<Map.Entry<Long, ImmutableMap<String, Verdict>>> tried =
                runs.entrySet().stream().limit(seeds.count());
        return first.over(new OverSeeds(
                seeds,
                tried.map(run ->
                                Maps.immutableEntry(run.getKey(), run.getValue().get(first.name())))
                        .collect(ImmutableSortedMap.toImmutableSortedMap(
                                Long::compare, Map.Entry::getKey, Map.Entry::getValue))));
    }
}

package coldpotato.scenarios.run;

import static coldpotato.scenarios.run.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.check.Measure;
import coldpotato.scenarios.check.OverSeeds;
import coldpotato.scenarios.check.Spread;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expectations that speak of many seeds, and times that the seed draws. */
class SeedsTest {
    private static final String CUT = """
            until: cut + 6m
            timeline: {cut: {at: 90s..110s, fail: er-ams.primary, how: silent}}
            expect: {back: {flow: app, outage: ..170s, seeds: {count: 6, hold: %s}}}
            """;

    @TempDir
    Path folder;

    private Scenario cut(String hold) {
        return Story.scenario(folder, Story.ONE_CIRCUIT, String.format(CUT, hold));
    }

    private static Verdict run(Scenario scenario, RunChoices choices) {
        return verdict(new Rehearsal(scenario, choices).run(), "back");
    }

    @Test
    void holdsIfItHoldsWithAsManySeedsAsItHasTo() {
        OverSeeds seeds = run(cut("1%..99%"), RunChoices.USUAL).seeds().orElseThrow();
        assertThat(seeds.holds()).isTrue();
        assertThat(seeds.verdicts().keySet()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(seeds.failing()).hasSizeBetween(1, 5);
        assertThat(run(cut("100%"), RunChoices.USUAL).failed()).isTrue();
    }

    /** What is named can be looked at. */
    @Test
    void eachSeedAloneComesToWhatItCameToAmongTheOthers() {
        Scenario scenario = cut("100%");
        OverSeeds seeds = run(scenario, RunChoices.USUAL).seeds().orElseThrow();
        for (long seed : seeds.verdicts().keySet()) {
            Verdict alone = run(scenario, RunChoices.USUAL.withSeed(seed));
            assertThat(alone.holds()).isEqualTo(!seeds.failing().contains(seed));
            assertThat(alone.measures()).isEqualTo(seeds.verdicts().get(seed).measures());
            assertThat(alone.seeds()).isEmpty();
        }
    }

    @Test
    void tellsHowFarEachNumberWentAndWithWhichSeed() {
        OverSeeds seeds = run(cut("100%"), RunChoices.USUAL).seeds().orElseThrow();
        Spread outage = seeds.spreads().stream()
                .filter(spread -> spread.smallest().measure().name().equals("outage"))
                .findFirst()
                .orElseThrow();
        assertThat(outage.smallest().measure().value())
                .isLessThan(outage.largest().measure().value());
        assertThat(seeds.toString())
                .contains("outage " + outage.smallest().measure().text() + " (seed "
                        + outage.smallest().seed())
                .contains("fails with --seed " + seeds.failing().get(0));
        assertThat(seeds.verdicts().get(outage.largest().seed()).measures())
                .contains(outage.largest().measure());
    }

    @Test
    void itDoesNotMatterWhoRunsThem() {
        Workers lastFirst = new Workers() {
            @Override
            public <T> void work(Collection<Supplier<T>> tasks, Consumer<T> results) {
                List<T> done = new ArrayList<>();
                Lists.reverse(ImmutableList.copyOf(tasks)).forEach(task -> done.add(task.get()));
                Lists.reverse(done).forEach(results);
            }
        };
        Scenario scenario = cut("100%");
        assertThat(verdict(new Rehearsal(scenario, RunChoices.USUAL).run(lastFirst), "back"))
                .isEqualTo(run(scenario, RunChoices.USUAL));
    }

    @Test
    void whatSpeaksOfOneRunIsJudgedByTheScenariosOwnSeed() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                timeline: {cut: {at: 2m, fail: er-ams.primary}}
                expect:
                  one: {session: er-ams.primary.private.ipv4, down: ..1s after cut}
                  all: {session: er-ams.primary.private.ipv4, down: ..1s after cut, seeds: 3}
                """);
        assertThat(verdict(result, "one").seeds()).isEmpty();
        assertThat(verdict(result, "one").measures()).extracting(Measure::name).contains("down at ce1");
        assertThat(verdict(result, "all").found()).startsWith("holds with 3 of 3 seeds (100%)");
    }

    @Test
    void theSeedDrawsTheMomentOfAFailureAndNothingElseMoves() {
        Scenario scenario = Story.scenario(folder, Story.ONE_CIRCUIT, """
                timeline:
                  cut: {at: 2m..3m, fail: er-ams.primary}
                  mend: {at: cut + 1m, repair: er-ams.primary}
                  other: {at: 2m..3m, reboot: ce2}
                """);
        Scenario again = scenario.withSeed(7);
        long cut = again.times().events().get("cut");
        assertThat(cut).isBetween(Durations.parse("2m"), Durations.parse("3m"));
        assertThat(cut).isNotEqualTo(scenario.times().events().get("cut"));
        assertThat(cut).isNotEqualTo(again.times().events().get("other"));
        assertThat(again.times().events().get("mend")).isEqualTo(cut + Durations.parse("1m"));
        assertThat(again.times().endNanos()).isEqualTo(scenario.times().endNanos());
    }

    @Test
    void theSeedDrawsHowOftenALinkFailsAndForHowLong() {
        Scenario scenario = Story.scenario(folder, Story.ONE_CIRCUIT, """
                timeline: {flap: {at: 2m, flap: er-ams.primary, every: 20s..40s, down-for: 1s..5s, times: 20}}
                """);
        ImmutableList<Long> starts = starts(scenario);
        assertThat(starts).isNotEqualTo(starts(scenario.withSeed(1))).isEqualTo(starts(scenario.withSeed(0)));
        for (int time = 1; time < starts.size(); time++) {
            assertThat(starts.get(time) - starts.get(time - 1))
                    .isBetween(Durations.parse("20s"), Durations.parse("40s"));
        }
        assertThat(scenario.times().endNanos())
                .isEqualTo(Durations.parse("2m") + Durations.parse("765s") + Durations.parse("10m"));
    }

    private static ImmutableList<Long> starts(Scenario scenario) {
        return Deed.of(
                        scenario.timeline().get(0),
                        scenario,
                        Course.of(scenario, ImmutableSet.of()).start())
                .stream()
                .filter(deed -> deed.action() instanceof Action.Fail)
                .map(Deed::atNanos)
                .collect(ImmutableList.toImmutableList());
    }

    /** What is decided early ends early, and comes to the same. */
    @Test
    void noRunGoesOnWhenItsVerdictIsDecided() {
        Scenario scenario = Story.scenario(folder, Story.ONE_CIRCUIT, """
                until: 20m
                timeline: {cut: {at: 2m, fail: er-ams.primary}}
                expect: {early: {between: [cut, cut + 1m], flow: app, outage: ..1m, seeds: 3}}
                """);
        Rehearsal one = Rehearsal.ofSeed(scenario.withSeed(2), Course.of(scenario, ImmutableSet.of()));
        Verdict early = one.judged().get(0);
        assertThat(one.console().network().nowNanos()).isEqualTo(Durations.parse("3m"));
        Verdict whole = verdict(new Rehearsal(scenario, RunChoices.USUAL.withSeed(2)).run(), "early");
        assertThat(early.measures()).isEqualTo(whole.measures());
    }
}

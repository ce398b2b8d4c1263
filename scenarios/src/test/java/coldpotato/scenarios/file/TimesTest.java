package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.check.TimeText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesTest {
    private static final String NETWORK = "name: a\nsites: {s: {asn: 65010, prefixes: [10.0.0.0/8], routers: [r]}}\n";

    @TempDir
    private Path temporary;

    @Test
    void entriesAreCountedFromEachOtherAndHappenInTheOrderOfTime() {
        Scenario scenario = read("""
                timeline:
                  third:  {at: second + 30s, reboot: r}
                  first:  {at: second - 1m, reboot: r}
                  second: {at: 10m, reboot: r}
                """);
        assertThat(scenario.timeline()).extracting(TimelineEntry::name).containsExactly("first", "second", "third");
        assertThat(scenario.times().events().get("third")).isEqualTo(Durations.parse("10m30s"));
    }

    @Test
    void theRunEndsSomeTimeAfterTheLastTimeThatIsMentioned() {
        Scenario scenario = read("""
                timeline: {cut: {at: 10m, fail: s.lan}}
                expect: {late: {session: x, down: 120s..180s after cut}}
                """);
        assertThat(scenario.times().endNanos()).isEqualTo(Durations.parse("23m"));
    }

    @Test
    void theRunEndsSomeTimeAfterWhatGoesOnIsOver() {
        Scenario scenario = read("timeline: {off: {at: 10m, reboot: r, takes: 2h}}\n");
        assertThat(scenario.times().endNanos()).isEqualTo(Durations.parse("2h20m"));
    }

    @Test
    void aLinkThatFlapsGoesOnUntilItsLastFailureIsOver() {
        Scenario scenario = read("timeline: {flap: {at: 10m, flap: s.lan, every: 1m, down-for: 10s, times: 6}}\n");
        assertThat(scenario.times().endNanos()).isEqualTo(Durations.parse("25m10s"));
    }

    @Test
    void theEndIsATimeToo() {
        Scenario scenario = read("until: 1h\nexpect: {x: {at: end - 1m, same-as: 5m}}\n");
        TimeExpression at = scenario.expectations().get(0).when().orElseThrow().from();
        assertThat(scenario.times().nanos(at)).isEqualTo(Durations.parse("59m"));
    }

    /** Reports round; whatever they tell of a time has happened at that time. */
    @Test
    void timesAreReadAsReportsWriteThem() {
        Scenario scenario = read("""
                timeline: {cut: {at: 12:23.245, fail: s.lan}, mend: {at: 1:02:03.5, repair: s.lan}}
                """);
        long cut = scenario.times().events().get("cut");
        assertThat(TimeText.of(cut)).isEqualTo("12:23.245");
        assertThat(TimeText.of(cut + 1)).isEqualTo("12:23.246");
        assertThat(TimeText.of(scenario.times().events().get("mend"))).isEqualTo("1:02:03.500");
    }

    @Test
    void timesCountFromTheStart() {
        assertThat(mistakes("timeline: {cut: {at: -10m, fail: s.lan}}\n"))
                .containsExactly("a.yaml:3:22: \"-10m\" is before the start: times count from the start; say 10m,"
                        + " cut - 10m or end - 10m");
    }

    @Test
    void nothingHappensAfterTheEnd() {
        assertThat(mistakes("until: 5m\ntimeline: {cut: {at: 10m, fail: s.lan}}\n"))
                .containsExactly("a.yaml:4:22: \"10m\" is after the end of the run, which is at 5m");
        assertThat(mistakes("timeline: {cut: {at: end, fail: s.lan}}\n"))
                .containsExactly(
                        "a.yaml:3:22: nothing can happen at a time counted from the end; count from the start or"
                                + " from another entry");
    }

    @Test
    void aCircleIsToldOnce() {
        assertThat(mistakes("timeline:\n  a: {at: b + 1m, reboot: r}\n  b: {at: a, reboot: r}\n"))
                .contains("a.yaml:5:11: the times go in a circle: a -> b -> a");
    }

    @Test
    void nothingIsNoTime() {
        assertThat(mistakes("timeline: {cut: {at: \"\", fail: s.lan}}\n"))
                .containsExactly("a.yaml:3:22: \"\" is not a time; say 10m, cut, or cut + 10m");
    }

    @Test
    void aRunHasALongestTime() {
        assertThat(mistakes("until: 40d\n")).containsExactly("a.yaml:3:8: \"40d\" is later than the longest run, 720h");
    }

    @Test
    void manyEntriesAreRefusedBeforeTheyAreFollowed() {
        StringBuilder text = new StringBuilder("timeline:\n  e0: {at: 1s, reboot: r}\n");
        for (int i = 1; i < 5000; i++) {
            text.append("  e" + i + ": {at: e" + (i - 1) + " + 1ms, reboot: r}\n");
        }
        assertThat(mistakes(text.toString())).containsExactly("a.yaml:4:3: more than 1000 entries");
    }

    @Test
    void theEndOfAStretchOfTimeIsCountedFromWhatItsBeginningIsCountedFrom() {
        Scenario scenario = read("""
                timeline:
                  cut:  {at: 10m..11m, fail: s.lan}
                  mend: {at: cut + 5s .. 20s, repair: s.lan}
                  late: {at: cut - 9m..1m, reboot: r}
                """);
        assertThat(scenario.timeline())
                .extracting(entry -> entry.when().spreadNanos())
                .containsExactlyInAnyOrder(Durations.parse("1m"), Durations.parse("15s"), Durations.parse("8m"));
        assertThat(scenario.times().endNanos()).isEqualTo(Durations.parse("22m"));
    }

    @Test
    void aStretchOfTimeHasTwoEndsInOrder() {
        assertThat(mistakes("timeline: {cut: {at: 11m..10m, fail: s.lan}}\n"))
                .containsExactly("a.yaml:3:22: the stretch of time runs backwards; say the earlier time first");
        assertThat(mistakes("timeline: {cut: {at: 10m, fail: s.lan}, on: {at: 9m..cut, repair: s.lan}}\n"))
                .containsExactly(
                        "a.yaml:3:50: both ends of a stretch of time are counted from the same, as in cut + 5s..20s");
    }

    @Test
    void noSeedPutsATimeBeforeTheStart() {
        assertThat(mistakes("""
                timeline: {cut: {at: 1m..9m, fail: s.lan}}
                expect: {x: {at: cut - 2m, same-as: 0s}}
                """)).containsExactly("a.yaml:4:18: \"cut - 2m\" is 1m before the start of the run");
    }

    @Test
    void changesOfTheModelComeInTheSameOrderWithEverySeed() {
        assertThat(mistakes("""
                timeline:
                  more: {at: 1m..9m, announce: 10.1.0.0/16, from: s}
                  less: {at: 5m, withdraw: 10.1.0.0/16, from: s}
                """))
                .containsExactly(
                        "a.yaml:4:9: the seed decides whether this or \"less\" comes first; let the one be over"
                                + " before the other begins, or count it from the other");
        assertThat(mistakes("""
                timeline:
                  more: {at: 1m..9m, announce: 10.1.0.0/16, from: s}
                  less: {at: more + 5m, withdraw: 10.1.0.0/16, from: s}
                """)).isEmpty();
    }

    private Scenario read(String text) {
        return ScenarioFolder.scenario(
                new ScenarioFolder(temporary).with("a.yaml", NETWORK + text).read("a.yaml"));
    }

    private java.util.List<String> mistakes(String text) {
        ScenarioFolder folder = new ScenarioFolder(temporary).with("a.yaml", NETWORK + text);
        return folder.mistakes(folder.read("a.yaml"));
    }
}

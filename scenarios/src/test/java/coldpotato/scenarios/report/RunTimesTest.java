package coldpotato.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

class RunTimesTest {
    private final RunTimes times =
            new RunTimes(ImmutableMap.of("cut", Durations.parse("10m"), "mend", Durations.parse("30m")));

    @Test
    void countsFromTheLastEntryOfTheTimeline() {
        assertThat(times.since(Durations.parse("9m"))).isEmpty();
        assertThat(times.since(Durations.parse("10m"))).isEqualTo("cut");
        assertThat(times.both(Durations.parse("12m41.2s"))).isEqualTo("12:41.200 (cut + 2m41.2s)");
        assertThat(times.since(Durations.parse("31m"))).isEqualTo("mend + 1m");
    }

    @Test
    void namesAllEntriesOfOneInstantUnlessTheyAreMany() {
        long ten = Durations.parse("10m");
        assertThat(new RunTimes(ImmutableMap.of("again", ten, "mend", ten)).since(ten + 1_000_000_000))
                .isEqualTo("again, mend + 1s");
        assertThat(new RunTimes(ImmutableMap.of("a", ten, "b", ten, "c", ten)).since(ten))
                .isEqualTo("a and 2 more");
    }

    @Test
    void agesAreWrittenAsRoutersDo() {
        assertThat(RunTimes.age(Durations.parse("2m41.9s"))).isEqualTo("00:02:41");
        assertThat(RunTimes.age(Durations.parse("26h3m"))).isEqualTo("1d02h03m");
    }
}

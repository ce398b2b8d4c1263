package coldpotato.sim.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import org.junit.jupiter.api.Test;

class OscillationWatchTest {
    private static final long MILLISECOND = 1_000_000;

    private final OscillationWatch watch = new OscillationWatch(TraceSink.NONE, () -> {});

    private void everyFourMilliseconds(long fromMillis, long toMillis) {
        for (long millis = fromMillis; millis < toMillis; millis += 4) {
            watch.record(millis * MILLISECOND, "r", TraceKind.BEST_PATH, "prefix", "10.0.0.0/8");
        }
    }

    @Test
    void waitsForSessionsThatAreStillOnTheirWayUp() {
        everyFourMilliseconds(0, 4_000);
        watch.record(4_000 * MILLISECOND, "r", TraceKind.SESSION_UP);
        everyFourMilliseconds(4_000, 8_000);
        assertThat(watch.found()).isEmpty();
    }

    @Test
    void isNotMisledBySessionsThatComeAndGoElsewhere() {
        for (int second = 0; second < 30; second++) {
            watch.record(second * 1_000 * MILLISECOND, "elsewhere", TraceKind.SESSION_DOWN);
            everyFourMilliseconds(second * 1_000, (second + 1) * 1_000);
        }
        assertThat(watch.found()).map(Oscillation::nodes).hasValueSatisfying(nodes -> assertThat(nodes)
                .containsExactly("r"));
    }

    @Test
    void takesWhatComesAndGoesWithASessionForNews() {
        for (int second = 0; second < 1_000; second++) {
            watch.record(second * 1_000 * MILLISECOND, "elsewhere", TraceKind.SESSION_DOWN);
            everyFourMilliseconds(second * 1_000, second * 1_000 + 40);
        }
        assertThat(watch.found()).isEmpty();
    }

    @Test
    void seesADisputeThatTakesNoTime() {
        for (int change = 0; change < OscillationWatch.CHANGES_ANYWAY_MAX; change++) {
            watch.record(0, "r", TraceKind.BEST_PATH, "prefix", "10.0.0.0/8");
        }
        assertThat(watch.found()).isPresent();
    }

    @Test
    void losesPatienceWithARouterThatChangesItsMindForever() {
        everyFourMilliseconds(0, 6_000);
        assertThat(watch.found()).map(Oscillation::prefixes).hasValueSatisfying(prefixes -> assertThat(prefixes)
                .containsExactly("10.0.0.0/8"));
    }
}

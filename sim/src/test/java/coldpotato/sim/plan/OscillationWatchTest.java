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
    void losesPatienceWithARouterThatChangesItsMindForever() {
        everyFourMilliseconds(0, 6_000);
        assertThat(watch.found()).map(Oscillation::prefixes).hasValueSatisfying(prefixes -> assertThat(prefixes)
                .containsExactly("10.0.0.0/8"));
    }
}

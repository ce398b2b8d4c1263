package coldpotato.bgp.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdleHoldBackoffTest {
    private static final IdleHoldBackoff BACKOFF = IdleHoldBackoff.DEFAULT;

    @Test
    void doublesUpToTheMaximum() {
        long[] expectedSeconds = {60, 60, 120, 240, 300, 300};
        for (int failures = 0; failures < expectedSeconds.length; failures++) {
            assertThat(BACKOFF.waitNanos(failures)).isEqualTo(Durations.seconds(expectedSeconds[failures]));
        }
    }

    @Test
    void forgetsFailuresAfterAStableSession() {
        assertThat(BACKOFF.counterAfterFailure(4, Durations.seconds(299))).isEqualTo(5);
        assertThat(BACKOFF.counterAfterFailure(4, Durations.seconds(300))).isEqualTo(1);
    }

    @Test
    void neverWaitsIfTheFirstWaitIsZero() {
        assertThat(BACKOFF.withInitial(0).waitNanos(1_000_000_000)).isZero();
    }

    @Property
    void neverShrinksNorLeavesItsBounds(
            @ForAll @IntRange(max = 1000) int failures, @ForAll @LongRange(min = 0) long initial) {
        IdleHoldBackoff backoff = BACKOFF.withInitial(initial);
        assertThat(backoff.waitNanos(failures)).isBetween(initial, backoff.maxNanos());
        assertThat(backoff.waitNanos(failures + 1)).isGreaterThanOrEqualTo(backoff.waitNanos(failures));
    }
}

package coldpotato.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @Property
    void wholeMillisecondsAreReadBack(@ForAll @LongRange(max = 4_000_000_000_000L) long millis) {
        long nanos = Durations.millis(millis);
        assertThat(Durations.parse(Durations.format(nanos))).isEqualTo(nanos);
    }

    @Property
    void whatIsWrittenIsWithinHalfAMillisecond(@ForAll @LongRange(min = 500_000, max = 1L << 60) long nanos) {
        assertThat(Math.abs(Durations.parse(Durations.format(nanos)) - nanos)).isLessThanOrEqualTo(500_000);
    }

    @ParameterizedTest
    @CsvSource({
        "0s, 0",
        "300ms, 300000000",
        "90s, 90000000000",
        "1h30m, 5400000000000",
        "0.9s, 900000000",
        "1d, 86400000000000",
        "5us, 5000",
        "7ns, 7",
        "1m0.5s, 60500000000",
    })
    void readsWhatPeopleWrite(String text, long nanos) {
        assertThat(Durations.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, <1ms",
        "900000000, 900ms",
        "178900000000, 2m58.900s",
        "600000000000, 10m",
        "3600000000000, 1h",
        "999999999, 1s",
        "-1500000000, -1.500s",
    })
    void writesWhatPeopleRead(long nanos, String text) {
        assertThat(Durations.format(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5x", "5s5m", "5s5s", "5 s", "-5s", "1e3s", "1..5s", "999999d", "5mm"})
    void whatIsNoDurationIsRefused(String text) {
        assertThat(Durations.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> Durations.parse(text)).hasMessageContaining("not a duration: " + text);
    }

    @Test
    void theSumOfTheTwoLongestStillFits() {
        assertThat(Durations.NANOS_MAX + Durations.NANOS_MAX).isPositive();
    }
}

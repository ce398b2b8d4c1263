package coldpotato.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import org.junit.jupiter.api.Test;

/** Times and percentages as verdicts write them. */
class WordsTest {
    @Test
    void writesTimesInMinutesAndInHoursOnceThereAreSome() {
        assertThat(TimeText.of(0)).isEqualTo("00:00.000");
        assertThat(TimeText.of(Durations.parse("12m25.5s"))).isEqualTo("12:25.500");
        assertThat(TimeText.of(Durations.parse("1h2m3s"))).isEqualTo("1:02:03.000");
        assertThat(TimeText.of(Durations.parse("59.9996s"))).isEqualTo("01:00.000");
    }

    @Test
    void keepsWholePercentagesWholeInSpiteOfBinaryFractions() {
        assertThat(Percent.of(29 / 100.0)).isEqualTo(29.0);
        assertThat(Percent.text(Percent.of(29 / 100.0))).isEqualTo("29%");
    }

    @Test
    void saysAllAndNoneOnlyWhereTheyAreMeant() {
        assertThat(Percent.text(Percent.of(9999 / 10000.0))).isEqualTo("99.9%");
        assertThat(Percent.text(Percent.of(1 / 10000.0))).isEqualTo("< 0.1%");
        assertThat(Percent.text(Percent.of(758 / 1000.0))).isEqualTo("75.8%");
    }

    @Test
    void writesARangeOnlyWhereTheEndsDiffer() {
        assertThat(Percent.text(50, 50)).isEqualTo("50%");
        assertThat(Percent.text(0, 100)).isEqualTo("0% .. 100%");
    }
}

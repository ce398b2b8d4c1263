package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTimersTest {
    @ParameterizedTest
    @CsvSource({"180, 60", "30, 10", "10, 3", "3, 1", "600, 60", "0, 0"})
    void sendsKeepalivesAThirdOfTheHoldTimeApartInWholeSeconds(long hold, long keepalive) {
        assertThat(SessionTimers.DEFAULT.keepaliveNanos(Durations.seconds(hold)))
                .isEqualTo(Durations.seconds(keepalive));
    }
}

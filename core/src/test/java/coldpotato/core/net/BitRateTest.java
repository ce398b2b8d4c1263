package coldpotato.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitRateTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0bps",
        "999, 999bps",
        "999.99, 1kbps",
        "200000000, 200Mbps",
        "66666666.7, 66.7Mbps",
        "1500000000, 1.5Gbps",
        "1e16, 10000Tbps"
    })
    void isWrittenInTheLargestUnitThatFits(double bits, String text) {
        assertThat(BitRate.text(bits)).isEqualTo(text);
    }
}

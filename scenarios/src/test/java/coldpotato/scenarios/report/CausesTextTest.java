package coldpotato.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class CausesTextTest {
    @Test
    void tellsWhatChainsShareOnce() {
        assertThat(CausesText.lines(ImmutableList.of("cut -> down -> lost", "cut -> down -> late", "mend")))
                .containsExactly("cut", "-> down", "   -> lost", "   -> late", "mend");
    }

    @Test
    void tellsAChainThatIsTheSameAsTheOneBeforeNotAgain() {
        assertThat(CausesText.lines(ImmutableList.of("cut -> down", "cut -> down")))
                .containsExactly("cut", "-> down");
    }
}

package coldpotato.bgp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.LargeCommunity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityPatternTest {

    private static boolean matches(String pattern, int asn, int value) {
        return CommunityPattern.parse(pattern).matches(Community.of(asn, value));
    }

    @Test
    void eachPlaceIsANumberARangeOrAnything() {
        assertThat(matches("12076:50002", 12076, 50002)).isTrue();
        assertThat(matches("12076:50002", 12076, 50003)).isFalse();
        assertThat(matches("12076:51000..51999", 12076, 51999)).isTrue();
        assertThat(matches("12076:51000..51999", 12076, 52000)).isFalse();
        assertThat(matches("*:30", 1, 30)).isTrue();
        assertThat(matches("65535:*", 65535, 65281)).isTrue();
    }

    @Test
    void wellKnownNamesAreUnderstood() {
        assertThat(CommunityPattern.parse("no-export").matches(Community.NO_EXPORT))
                .isTrue();
    }

    @Test
    void aPatternOfOneKindMatchesNoOther() {
        CommunityPattern standard = CommunityPattern.parse("*:*");

        assertThat(standard.matches(new LargeCommunity(1, 2, 3))).isFalse();
        assertThat(standard.matches(new ExtendedCommunity(0x0002_0001_0000_0001L)))
                .isFalse();
        assertThat(CommunityPattern.parse("*:*:*").matches(Community.of(1, 2))).isFalse();
    }

    @Test
    void largeNumbersAreUnsigned() {
        assertThat(CommunityPattern.parse("4294967295:*:0").matches(new LargeCommunity(-1, 7, 0)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12076:50002", "12076:51000..51999", "*:30", "65001:*:*", "rt:65001:*", "soo:1:2"})
    void printsAsItIsWritten(String text) {
        assertThat(CommunityPattern.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12076", "12076:", "a:b", "1:2:3:4", "5..4:1", "rt:1", "12076:*x", "rt:1:2:3"})
    void saysWhatIsNoPattern(String text) {
        assertThatThrownBy(() -> CommunityPattern.parse(text)).hasMessageContaining("not a community");
    }
}

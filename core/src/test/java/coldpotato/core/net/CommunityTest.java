package coldpotato.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTest {
    @Property
    void textIsReadBack(@ForAll int bits) {
        assertThat(Community.parse(new Community(bits).toString())).isEqualTo(new Community(bits));
    }

    @Property
    void largeTextIsReadBack(@ForAll int global, @ForAll int data1, @ForAll int data2) {
        LargeCommunity community = new LargeCommunity(global, data1, data2);
        assertThat(LargeCommunity.tryParse(community.toString())).contains(community);
    }

    @Property
    void sortsAsAnUnsignedNumber(@ForAll int a, @ForAll int b) {
        assertThat(Integer.signum(new Community(a).compareTo(new Community(b))))
                .isEqualTo(Integer.signum(Integer.compareUnsigned(a, b)));
    }

    @ParameterizedTest
    @CsvSource({
        "no-export, 65535:65281", "no-advertise, 65535:65282", "no-export-subconfed, 65535:65283",
        "no-peer, 65535:65284", "graceful-shutdown, 65535:0", "blackhole, 65535:666",
    })
    void wellKnownNamesStandForTheirNumbers(String name, String numbers) {
        assertThat(Community.parse(name)).isEqualTo(Community.parse(numbers)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1:", ":1", "65536:1", "1:65536", "1:2:3", "-1:1", "no-such-name"})
    void whatIsNoCommunityIsRefused(String text) {
        assertThat(Community.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:2", "1:2:3:4", "1:2:", "4294967296:1:1", "1:-1:1"})
    void whatIsNoLargeCommunityIsRefused(String text) {
        assertThat(LargeCommunity.tryParse(text)).isEmpty();
    }

    @Test
    void theTransitiveBitOfAnExtendedCommunityIsClearWhenItMayTravel() {
        assertThat(new ExtendedCommunity(0x0002_fde9_0000_001eL).isTransitive()).isTrue();
        assertThat(new ExtendedCommunity(0x4002_fde9_0000_001eL).isTransitive()).isFalse();
    }

    @Test
    void extendedCommunitiesAreNamedWhereTheyAreKnown() {
        assertThat(new ExtendedCommunity(0x0002_fde9_0000_001eL)).hasToString("rt:65001:30");
        assertThat(new ExtendedCommunity(0x0003_fde9_0000_001eL)).hasToString("soo:65001:30");
        assertThat(new ExtendedCommunity(0x8000_0000_0000_0001L)).hasToString("0x8000000000000001");
    }
}

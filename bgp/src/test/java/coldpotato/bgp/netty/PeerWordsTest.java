package coldpotato.bgp.netty;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PeerWordsTest {
    private static String shutdown(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String length = String.format("%02x", utf8.length);
        return "6/2 Cease/Administrative Shutdown 0x" + length
                + BaseEncoding.base16().lowerCase().encode(utf8);
    }

    @Test
    void whatBreaksOrTurnsALineAroundIsAQuestionMark() {
        assertThat(PeerWords.of(shutdown("a\n\u0085b\u202ec\u2028d\u2029e")))
                .isEqualTo("6/2 Cease/Administrative Shutdown: \"a??b?c?d?e\"");
    }

    @Test
    void lettersOfAllLanguagesStay() {
        assertThat(PeerWords.of(shutdown("Züri 保守"))).endsWith(": \"Züri 保守\"");
    }
}

package coldpotato.bgp.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dcoldpotato.golden=rewrite} writes the file anew; read the difference before it is committed. */
class FsmMatrixTest {
    private static final Path GOLDEN = Path.of("src/test/resources/coldpotato/bgp/fsm/fsm-matrix.md");

    @Test
    void theWholeMatrixIsAsWrittenDown() throws IOException {
        if ("rewrite".equals(System.getProperty("coldpotato.golden"))) {
            Files.writeString(GOLDEN, FsmMatrix.text());
        }
        assertThat(FsmMatrix.text()).isEqualTo(Files.readString(GOLDEN));
    }
}

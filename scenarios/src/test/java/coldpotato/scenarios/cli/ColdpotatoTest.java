package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ColdpotatoTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Coldpotato.execute(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), args);
    }

    @Test
    void helpBeginsWithAnExample() {
        assertThat(run("--help")).isEqualTo(ExitCode.HOLDS);
        assertThat(out.toString().lines().limit(3)).anyMatch(line -> line.startsWith("  coldpotato run scenarios/"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionIsOneLine() {
        assertThat(run("--version")).isEqualTo(ExitCode.HOLDS);
        assertThat(out.toString()).startsWith("coldpotato ").hasLineCount(1);
    }

    @Test
    void noCommandIsBadInputAndShowsTheHelpOnStderr() {
        assertThat(run()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("Missing command").contains("Usage: coldpotato");
    }

    @Test
    void anUnknownCommandIsBadInputAndIsNamed() {
        assertThat(run("destroy")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("destroy");
    }
}

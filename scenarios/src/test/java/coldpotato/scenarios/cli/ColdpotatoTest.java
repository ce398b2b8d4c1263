package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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

    @Test
    void aMistakeOfOursSaysWhereAndHowToReportIt() {
        Exception mistake = new InternalMistake(
                Path.of("x.yaml"), "seed 7, at 12:00.000, last at ce1", new IllegalStateException("time went back"));
        assertThat(Coldpotato.failed(new PrintWriter(err), mistake, false)).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(err.toString())
                .contains("time went back (x.yaml, seed 7, at 12:00.000, last at ce1)", "Please report it")
                .doesNotContain("\tat ");
    }

    @Test
    void theStackTraceIsForThoseWhoAsk() {
        Coldpotato.failed(new PrintWriter(err), new IllegalStateException("time went back"), true);
        assertThat(err.toString()).contains("\tat ");
    }
}

package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private Path silent;

    @BeforeEach
    void writeScenario() {
        silent = CommandLineRun.silent(folder);
    }

    @Test
    void saysThatAFileIsWell() {
        CommandLineRun run = CommandLineRun.of("check", silent);
        assertThat(run).isEqualTo(new CommandLineRun(ExitCode.HOLDS, silent + ": ok\n", ""));
    }

    @Test
    void aNameThatTheNetworkDoesNotHaveIsAMistake() {
        CommandLineRun run = CommandLineRun.of("check", silent, "--set", "timeline.cut.fail=er-ams.primry");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("er-ams.primry").contains("did you mean \"er-ams.primary\"?");
    }

    @Test
    void mistakesAreThereForPrograms() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "name: x\nsitess: {}\n");
        CommandLineRun run = CommandLineRun.of("check", "--json", silent, bad);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.jsonValues("line")).isEqualTo(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void assumptionsAreListedWithWhatThereIsToGoBy() {
        CommandLineRun run = CommandLineRun.of("assumptions");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLDS);
        assertThat(run.out())
                .containsPattern("gateway-programming-delay +15s +15s +1s +55s\n")
                .contains("Basis: expressroute-bfd.md");
    }

    @Test
    void assumptionsOfAFileShowWhatItSets() throws IOException {
        Path changed =
                Files.writeString(folder.resolve("changed.yaml"), "extends: silent.yaml\nassume: {msee-mrai: 30s}\n");
        assertThat(CommandLineRun.of("assumptions", changed).out())
                .containsPattern("msee-mrai +30s +set +0s +0s +30s\n");
        assertThat(CommandLineRun.of("assumptions", changed, "--json").jsonValues("basis"))
                .isGreaterThan(10);
    }
}

package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class RunCommandTest {
    private static final String NOT_SO = "expect.noticed late.down=1s..2s after cut";

    @TempDir
    private Path folder;

    private Path silent;

    @BeforeEach
    void writeScenario() {
        silent = CommandLineRun.silent(folder);
    }

    @Test
    void tellsWhatHappenedWhatWasExpectedAndWhatWasFound() {
        CommandLineRun run = CommandLineRun.of("run", silent);
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLDS);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Silence\n" + silent + ", seed 0\n")
                .containsPattern("\n  05:00.000  cut +er-ams.primary fails silently\n")
                .contains("  ok      noticed late\n          expected  er-ams.primary.private.ipv4: down")
                .containsPattern("\n          found     down 2m.* by hold timer")
                .containsPattern("\n          why       05:00.000 er-ams.primary fails silently\n +-> 0.* hold timer")
                .contains("gateway-programming-delay=15s")
                .endsWith("Lesson: Turn BFD on.\n\n1 of 1 expectations hold\n");
    }

    @Test
    void failsWithThePlaceOfTheExpectation() {
        CommandLineRun run = CommandLineRun.of("run", silent, "--set", NOT_SO);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("  FAILED  noticed late  " + silent + ":30:17\n")
                .endsWith("0 of 1 expectations hold, 1 failed\n");
    }

    @Test
    void quietTellsOfFailuresOnly() {
        assertThat(CommandLineRun.of("run", "-q", silent).out()).isEqualTo("1 of 1 expectations hold\n");
        assertThat(CommandLineRun.of("run", "-q", silent, "--set", NOT_SO).out())
                .contains("FAILED")
                .doesNotContain("What happened", "Lesson");
    }

    @Test
    void routingThatDoesNotSettleUnexpectedlyIsTheWorst() {
        Path dispute = Path.of("catalog", "13-policies-in-dispute.yaml");
        CommandLineRun run =
                CommandLineRun.of("run", "-q", dispute, silent, "--set", "expect.it never settles.converges=true");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        run = CommandLineRun.of("run", "-q", dispute, "--set", "expect.it never settles.converges=true");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DID_NOT_CONVERGE);
    }

    @Test
    void severalFilesComeToOneLineAndTheWorstCounts() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("late.yaml"), "extends: silent.yaml\nexpect: {noticed late: {because: bfd}}\n");
        CommandLineRun run = CommandLineRun.of("run", "-q", silent, bad);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).endsWith("2 scenarios: 1 of 2 expectations hold, 1 failed in 1 scenario\n");
    }

    @Test
    void severalFilesAreAListWithDetailsOfWhatFailed() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("late.yaml"), "extends: silent.yaml\nexpect: {noticed late: {because: bfd}}\n");
        assertThat(CommandLineRun.of("run", bad, silent).out())
                .startsWith("FAILED  late    0 of 1     Silence\nok      silent  1 of 1     Silence\n\nSilence\n" + bad)
                .containsOnlyOnce("FAILED  noticed late  " + silent)
                .doesNotContain("What happened", "Lesson")
                .endsWith("2 scenarios: 1 of 2 expectations hold, 1 failed in 1 scenario\n");
    }

    @Test
    void severalFilesAreToldInFullIfOneWantsToKnow() throws Exception {
        Path same = Files.writeString(folder.resolve("same.yaml"), "extends: silent.yaml\n");
        assertThat(CommandLineRun.of("run", "-v", same, silent).out())
                .contains("Silence\n" + same, "Silence\n" + silent)
                .contains("What happened", "Lesson");
    }

    @Test
    void besideOthersEachIsAsAlone() throws Exception {
        Path drill = Files.writeString(folder.resolve("drill.yaml"), "extends: silent.yaml\nname: Drill\nseed: 7\n");
        Path late = Files.writeString(folder.resolve("late.yaml"), "extends: silent.yaml\nseed: 8\n");
        String together = CommandLineRun.of("run", "-v", drill, silent, late).out();
        for (Path file : List.of(drill, silent, late)) {
            String alone = CommandLineRun.of("run", "-v", file).out();
            assertThat(together).contains(alone.substring(0, alone.indexOf("1 of 1 expectations hold")));
        }
    }

    @Test
    void manyFilesFitOneScreen() throws Exception {
        List<Object> command = new ArrayList<>(List.of("run"));
        for (int i = 100; i < 151; i++) {
            command.add(Files.writeString(folder.resolve("same" + i + ".yaml"), "extends: silent.yaml\n"));
        }
        assertThat(CommandLineRun.of(command.toArray()).out().lines().toList())
                .startsWith("ok      same100  1 of 1     ok      same101  1 of 1")
                .endsWith("", "51 scenarios: 51 of 51 expectations hold")
                .hasSize(28);
    }

    @Test
    void saysSoIfNothingIsExpected() throws Exception {
        Path idle = Files.writeString(folder.resolve("idle.yaml"), "extends: silent.yaml\nexpect: ~\n");
        assertThat(CommandLineRun.of("run", "-q", idle).out())
                .isEqualTo("nothing is expected, so nothing was judged\n");
        assertThat(CommandLineRun.of("run", "-q", idle, silent).out())
                .isEqualTo("2 scenarios: 1 of 1 expectations hold, nothing is expected of 1\n");
    }

    @Test
    void nothingRunsIfAnyFileIsWrong() {
        CommandLineRun run = CommandLineRun.of("run", silent, folder.resolve("absent.yaml"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(folder.resolve("absent.yaml") + ": no such file\n");
    }

    @Test
    void jsonHasEveryVerdict() {
        CommandLineRun run = CommandLineRun.of("run", "--json", silent, "--set", NOT_SO);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).startsWith("{\n  \"format\" : \"coldpotato-run\",\n  \"version\" : 1,\n");
        assertThat(run.jsonValues("found")).isEqualTo(1);
    }

    @Test
    void theSameFileAndSeedPrintTheSame() {
        assertThat(CommandLineRun.of("run", "--json", silent, "--seed", 7))
                .isEqualTo(CommandLineRun.of("run", "--json", silent, "--seed", 7));
    }

    @Test
    void junitHasATestcaseForEachExpectation() throws Exception {
        Path junit = folder.resolve("out.xml");
        CommandLineRun.of("run", silent, "--set", NOT_SO, "--junit", junit);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
        assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("er-ams.primary fails silently");
    }

    @Test
    void theTraceIsOneObjectInALine() throws Exception {
        Path trace = folder.resolve("out.jsonl");
        assertThat(CommandLineRun.of("run", "-q", silent, "--trace", trace).exitCode())
                .isEqualTo(ExitCode.HOLDS);
        List<String> lines = Files.readAllLines(trace);
        assertThat(lines).hasSizeGreaterThan(100).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void theTraceHasMessagesForThoseWhoAsk() throws Exception {
        Path trace = folder.resolve("out.jsonl");
        CommandLineRun.of("run", "-q", silent, "--trace", trace);
        assertThat(Files.readString(trace)).doesNotContain("message-sent");
        CommandLineRun.of("run", "-qv", silent, "--trace", trace);
        assertThat(Files.readString(trace)).contains("message-sent", "message-received");
    }

    @Test
    void anAssumptionChangesTheRun() {
        CommandLineRun run = CommandLineRun.of("run", silent, "--assume", "gateway-programming-delay=1s");
        assertThat(run.out()).contains("gateway-programming-delay=1s");
    }

    @Test
    void writesOverNothingThatItReads() throws IOException {
        String before = Files.readString(silent);
        Path drill = Files.writeString(folder.resolve("drill.yaml"), "extends: silent.yaml\n");
        for (String option : List.of("--trace", "--junit")) {
            assertRefused(CommandLineRun.of("run", silent, option, silent), "is a scenario file");
            assertRefused(CommandLineRun.of("run", drill, option, silent), "is a scenario file");
            assertRefused(CommandLineRun.of("run", silent, option, "-"), "takes a file; for standard output say");
        }
        Path out = folder.resolve("out");
        assertRefused(CommandLineRun.of("run", silent, "--trace", out, "--junit", out), "is where --trace writes");
        assertThat(Files.readString(silent)).isEqualTo(before);
        assertThat(out).doesNotExist();
    }

    private static void assertRefused(CommandLineRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void writesFilesAsOtherProgramsDo() throws IOException {
        Path usual = Files.writeString(folder.resolve("usual"), "");
        Path out = folder.resolve("out.xml");
        CommandLineRun.of("run", silent, "--junit", out);
        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void outputThatCannotBeWrittenIsNoSuccess() {
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        StringWriter err = new StringWriter();
        int exitCode = Coldpotato.execute(Terminal.plain(full, new PrintWriter(err)), "run", "-q", silent.toString());
        assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).isEqualTo("coldpotato: not all of the output could be written\n");
    }

    @Test
    void oneRefusedEntryIsOneVerdict() {
        CommandLineRun run =
                CommandLineRun.of("run", silent, "--set", "circuits.er-ams.private-peering.subnet=10.20.0.0/29");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).containsOnlyOnce("FAILED  the network as the file has it");
    }
}

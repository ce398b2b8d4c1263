package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The trace file, and that the same scenario and seed give the same bytes. */
class TraceFileTest {
    private static final Path CATALOG = Path.of("catalog");
    private static final String CUT = "timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theCatalogRunsTheSameTwice() throws IOException {
        try (Stream<Path> files = Files.list(CATALOG)) {
            List<Path> scenarios = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(scenarios).isNotEmpty();
            return scenarios.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(trace(file))
                            .isEqualTo(trace(file))));
        }
    }

    @Test
    void anotherSeedGivesAnotherTrace() {
        assertThat(bytes(cut(RunChoices.USUAL.withSeed(1)))).isNotEqualTo(bytes(cut(RunChoices.USUAL.withSeed(2))));
    }

    @Test
    void saysFirstWhatWasRun() {
        assertThat(lines(cut(RunChoices.USUAL.withSeed(7))).get(0))
                .startsWith("{\"format\":\"coldpotato-trace\",\"version\":1,\"scenario\":\"One circuit\",\"seed\":7,")
                .contains("\"gateway-programming-delay\":\"15s\"")
                .endsWith("\"outcome\":\"ran to its end\"}");
    }

    @Test
    void writesOneLineForEachEventWithItsCauseAndWhereItsElementIsWritten() {
        List<String> lines = lines(cut(RunChoices.USUAL));
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("\"time\":\"600.000000000\",\"node\":\"er-ams.primary.private\",\"kind\":\"link-changed\"")
                .contains("\"cause\":")
                .contains("\"path\":\"circuits.er-ams.private-peering.primary\"")
                .contains("\"place\":\"one-circuit.yaml:"));
        assertThat(lines).hasSize(cut(RunChoices.USUAL).trace().events().size() + 1);
    }

    @Test
    void keepsSingleMessagesWhereAskedTo() {
        assertThat(lines(cut(RunChoices.USUAL.withMessages())))
                .anyMatch(line -> line.contains("\"kind\":\"message-sent\""))
                .hasSizeGreaterThan(lines(cut(RunChoices.USUAL)).size());
    }

    @Test
    void writesTheWholeFileOrNothing() throws IOException {
        Path file = folder.resolve("out.jsonl");
        new TraceFile(cut(RunChoices.USUAL)).write(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes(cut(RunChoices.USUAL)));
        assertThatThrownBy(() -> new TraceFile(cut(RunChoices.USUAL)).write(folder.resolve("absent/out.jsonl")))
                .isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".tmp"));
        }
    }

    private RehearsalResult cut(RunChoices choices) {
        return new Rehearsal(Story.scenario(folder, Story.ONE_CIRCUIT, CUT), choices).run();
    }

    private static byte[] trace(Path file) {
        return bytes(new Rehearsal(Story.scenario(file), RunChoices.USUAL.withMessages()).run());
    }

    private static List<String> lines(RehearsalResult result) {
        return new String(bytes(result), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(RehearsalResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TraceFile(result).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

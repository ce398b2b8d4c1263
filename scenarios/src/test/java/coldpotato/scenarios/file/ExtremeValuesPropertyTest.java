package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RunChoices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** No value that the reader takes makes a run break: whatever is out of range is told of with its place. */
class ExtremeValuesPropertyTest {
    private static final List<String> EXTREMES = List.of(
            "0",
            "1",
            "2",
            "255",
            "256",
            "4094",
            "65535",
            "65536",
            "2147483647",
            "4294967295",
            "4294967296",
            "0s",
            "1ns",
            "1us",
            "999ms",
            "1s",
            "3s",
            "65535s",
            "65536s",
            "12h",
            "30d",
            "0%",
            "0.0001%",
            "100%",
            "on",
            "off",
            "0s..0s",
            "0..0",
            "end",
            "1Mbps",
            "999999Gbps",
            "0001-01-01",
            "9999-12-31",
            "0.0.0.0/0",
            "255.255.255.255/32",
            "::/0",
            "0.0.0.0",
            "::1",
            "65535:65535",
            "none");

    private static Path folder;
    private static Path everything;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("extremes");
        everything = Files.writeString(folder.resolve("everything.yaml"), ScenarioFolder.resource("everything.yaml"));
    }

    @AfterContainer
    static void close() throws IOException {
        Files.deleteIfExists(everything);
        Files.deleteIfExists(folder);
    }

    @Property(tries = 40)
    void noValueThatTheReaderTakesBreaksARun(@ForAll("settings") String setting) {
        check(ScenarioReader.read(everything, List.of(new Setting(setting)), List.of()));
    }

    @Property(tries = 15)
    void noAssumptionThatTheReaderTakesBreaksARun(@ForAll("assumptions") String assumption) {
        check(ScenarioReader.read(everything, List.of(), List.of(new AssumeChoice(assumption))));
    }

    private static void check(ReadResult read) {
        assertThat(read.scenario().isPresent()).isEqualTo(read.mistakes().isEmpty());
        read.scenario()
                .filter(scenario -> Rehearsal.mistakes(scenario).isEmpty())
                .ifPresent(scenario -> assertThat(
                                new Rehearsal(scenario, RunChoices.USUAL).run().verdicts())
                        .hasSizeGreaterThanOrEqualTo(scenario.expectations().size()));
    }

    @Provide
    Arbitrary<String> settings() {
        Mistakes mistakes = new Mistakes();
        Source source = new Source("everything.yaml", "everything.yaml");
        List<String> paths = new ArrayList<>();
        leaves(
                "",
                YamlReader.read(source, ScenarioFolder.resource("everything.yaml"), mistakes)
                        .orElseThrow(),
                paths);
        return Arbitraries.of(paths).flatMap(path -> Arbitraries.of(EXTREMES).map(value -> path + "=" + value));
    }

    @Provide
    Arbitrary<String> assumptions() {
        return Arbitraries.of(Assumptions.catalogue().all())
                .flatMap(assumption -> Arbitraries.of(EXTREMES).map(value -> assumption.name() + "=" + value));
    }

    private static void leaves(String path, Tree tree, List<String> paths) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            paths.add(path);
            return;
        }
        mapping.entries()
                .forEach(
                        (key, entry) -> leaves(path + (path.isEmpty() ? "" : ".") + quoted(key), entry.value(), paths));
    }

    private static String quoted(String key) {
        return key.indexOf('.') < 0 && key.indexOf(' ') < 0 ? key : '"' + key + '"';
    }
}

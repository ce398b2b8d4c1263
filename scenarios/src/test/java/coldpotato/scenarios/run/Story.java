package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.ReadResult;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.ScenarioReader;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenarios for tests: a few lines laid over a network that stands in a file beside the tests. */
public final class Story {
    public static final String ONE_CIRCUIT = "one-circuit.yaml";
    public static final String BAD_GADGET = "bad-gadget.yaml";

    private Story() {}

    /** A scenario of the network of that name and these lines. */
    public static Scenario scenario(Path folder, String network, String text) {
        try {
            Files.writeString(
                    folder.resolve(network),
                    Resources.toString(Resources.getResource(Story.class, network), StandardCharsets.UTF_8));
            Path file = folder.resolve("story.yaml");
            Files.writeString(file, "extends: " + network + "\n" + text);
            return scenario(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario of a file without mistakes. */
    public static Scenario scenario(Path file) {
        ReadResult read = ScenarioReader.read(file, List.of(), List.of());
        assertThat(read.mistakes()).isEmpty();
        return read.scenario().orElseThrow();
    }

    public static RehearsalResult run(Path folder, String network, String text) {
        return new Rehearsal(scenario(folder, network, text), RunChoices.USUAL).run();
    }

    public static RehearsalResult runWithMessages(Path folder, String network, String text) {
        return new Rehearsal(scenario(folder, network, text), RunChoices.USUAL.withMessages()).run();
    }

    public static Verdict verdict(RehearsalResult result, String name) {
        return result.verdicts().stream()
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.ReadResult;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.run.RunChoices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Scenarios that take seconds rather than minutes, by the settings that a file has for that. */
final class LiveStory {
    private static final Path ONE_CIRCUIT = Path.of("catalog", "01-silent-failure-without-bfd.yaml");

    /** The network of scenario 01 without its story. */
    private static final String NETWORK = String.join(
            "\n",
            "extends: " + ONE_CIRCUIT.toAbsolutePath(),
            "assume:",
            "  gateway-programming-delay: 1s",
            "  vnet-programming-delay: 500ms",
            "  msee-connect-retry: 5s",
            "  msee-idle-hold: 1s",
            "circuits: {er-ams: {private-peering: {primary: {hold-time: 10s}, secondary: {hold-time: 10s}}}}",
            "timeline: {cut: ~, mend: ~}",
            "expect: ~",
            "");

    private LiveStory() {}

    /** The network of scenario 01, with these lines for a timeline and expectations. */
    static LiveRun of(Path folder, LiveChoices choices, String... lines) {
        return telling(line -> {}, folder, choices, lines);
    }

    /** The same, and it tells somebody what happens. */
    static LiveRun telling(Consumer<String> teller, Path folder, LiveChoices choices, String... lines) {
        return new LiveRun(scenario(folder, lines), RunChoices.USUAL, choices, teller);
    }

    static LiveChoices on(String loopback) {
        return LiveChoices.on(Prefix.parse(loopback));
    }

    private static Scenario scenario(Path folder, String... lines) {
        try {
            Path network = Files.writeString(folder.resolve("network.yaml"), NETWORK);
            Path file = Files.createTempFile(folder, "live", ".yaml");
            Files.writeString(file, "extends: " + network + "\n" + String.join("\n", lines) + "\n");
            ReadResult read = ScenarioReader.read(file, List.of(), List.of());
            assertThat(read.mistakes()).isEmpty();
            return read.scenario().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

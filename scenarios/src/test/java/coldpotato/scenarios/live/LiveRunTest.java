package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.ReadResult;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRunTest {
    private static final Path ONE_CIRCUIT = Path.of("catalog", "01-silent-failure-without-bfd.yaml");

    /** Waits that last seconds rather than minutes, by the file's own settings. */
    private static final String IN_SECONDS = "extends: " + ONE_CIRCUIT.toAbsolutePath() + "\n"
            + "assume: {gateway-programming-delay: 1s, vnet-programming-delay: 500ms, msee-connect-retry: 5s,"
            + " msee-idle-hold: 1s}\n"
            + "circuits: {er-ams: {private-peering: {primary: {hold-time: 10s}, secondary: {hold-time: 10s}}}}\n";

    @TempDir
    private Path folder;

    @Test
    void aSilentFailureShowsOnSocketsWhatItShowsInVirtualTime() {
        RehearsalResult result = run(
                "127.15.1.0/24",
                "timeline: {cut: {at: 10s}, mend: {at: 30s}}",
                "until: 60s",
                "expect:",
                "  spread: {at: cut - 1s}",
                "  noticed late: {session: er-ams.primary.private.ipv4, down: 5s..15s after cut, because: hold timer}",
                "  who suffers: {flow: app, hit: 70..80%, outage: 5s..20s}",
                "  on one leg: {at: mend - 1s}",
                "  comes back: {at: 59s, same-as: cut - 1s}");
        assertThat(result.verdicts()).allMatch(Verdict::holds);
    }

    private RehearsalResult run(String loopback, String... lines) {
        return new LiveRun(scenario(lines), RunChoices.USUAL, LiveChoices.on(Prefix.parse(loopback)), line -> {}).run();
    }

    private Scenario scenario(String... lines) {
        try {
            Path file = Files.writeString(folder.resolve("live.yaml"), IN_SECONDS + String.join("\n", lines) + "\n");
            ReadResult read = ScenarioReader.read(file, List.of(), List.of());
            assertThat(read.mistakes()).isEmpty();
            return read.scenario().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Path silent;

    @BeforeEach
    void writeScenario() {
        silent = CommandLineRun.silent(folder);
    }

    private CommandLineRun explain(String node, String at, String prefix, Object... more) {
        Object[] start = {"explain", silent, "--node", node, "--at", at, "--prefix", prefix};
        return CommandLineRun.of(java.util.stream.Stream.of(start, more)
                .flatMap(java.util.Arrays::stream)
                .toArray());
    }

    @Test
    void namesTheRuleThatChangedAPathAndTheEntry() {
        assertThat(explain("ce1", "cut", "10.20.0.0/16").out())
                .contains("changed by rule prefer-west-europe[2] (silent.yaml:9:")
                .contains("accepted by rule prefer-west-europe[2]")
                .contains("\nRouting table\n  B>*  10.20.0.0/16")
                .contains("\nForwarding\n  packets via 192.168.100.130, er-ams.primary.private; programmed at 00:0");
    }

    @Test
    void namesTheStageThatRemovedAPathWithWhatItCompared() {
        assertThat(explain("ce2", "cut", "10.20.0.0/16").out())
                .contains("best: highest LOCAL_PREF (120 against 100)")
                .contains("lost: highest LOCAL_PREF (100 against 120)");
    }

    @Test
    void namesTheRuleThatRefusedAPath() {
        assertThat(explain("ce1", "cut", "10.21.0.0/16").out())
                .contains("refused: rule prefer-west-europe[3] (silent.yaml:10:");
    }

    @Test
    void anAddressStandsForItsLongestMatch() {
        assertThat(explain("ce1", "cut", "10.20.1.4").out()).contains("Packets to 10.20.0.0/16\n");
    }

    @Test
    void tellsWhatTheFaultLedTo() {
        assertThat(explain("ce1", "cut + 4m", "10.20.0.0/16", "--since", "cut").out())
                .containsPattern("\nSince 05:00.000 \\(cut\\)\n  05:00.000 er-ams.primary fails silently\n"
                        + "  -> 07:\\S+ ce1 takes session er-ams.primary.private.ipv4 down: hold timer.*\n(.*\n)*"
                        + " +-> 07:\\S+ ce1 takes ibgp.ce1-ce2.ipv4 .* to 10.20.0.0/16\n"
                        + " +-> 07:\\S+ ce1 sends packets for 10.20.0.0/16 to .* amsterdam.ce1-ce2\n");
    }

    @Test
    void whatIsGoneIsExplainedByHowItWent() {
        assertThat(explain("er-ams.msee1.private", "cut + 4m", "10.10.0.0/16", "--since", "cut")
                        .out())
                .contains("no route to 10.10.0.0/16")
                .contains("has no path left to 10.10.0.0/16");
    }

    @Test
    void saysSoIfNothingChanged() {
        assertThat(explain("ce2", "cut + 1s", "10.20.0.0/16", "--since", "cut").out())
                .contains("Since 05:00.000 (cut)\n  nothing changed\n");
    }

    @Test
    void aNodeWithoutBgpIsExplainedByItsRoutes() {
        assertThat(explain("hub.hosts", "cut", "10.10.0.0/16").out())
                .contains("hub.hosts speaks no BGP.")
                .containsPattern("F>\\*  10.10.0.0/16");
    }

    @Test
    void everythingIsThereForPrograms() {
        CommandLineRun run = explain("ce1", "end", "10.20.0.0/16", "--since", "cut", "--json");
        assertThat(run.jsonValues("why")).isEqualTo(1);
        assertThat(run.jsonValues("causes")).isPositive();
        assertThat(run.jsonValues("packets")).isEqualTo(1);
    }
}

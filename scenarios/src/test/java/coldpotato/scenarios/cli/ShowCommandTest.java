package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCommandTest {
    @TempDir
    private Path folder;

    private Path silent;

    @BeforeEach
    void writeScenario() {
        silent = CommandLineRun.silent(folder);
    }

    private String show(String node, String at, String... what) {
        CommandLineRun run = CommandLineRun.of("show", silent, "--node", node, "--at", at, String.join(" ", what));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLDS);
        return run.out();
    }

    @Test
    void summaryHasTheColumnsOfRouters() {
        assertThat(show("ce1", "cut", "bgp summary"))
                .startsWith("ce1 at 05:00.000 (cut)\n\nIPv4 unicast summary\nBGP router identifier 169.254.")
                .contains(", local AS number 65010\n")
                .containsPattern("\nNeighbor +V +AS +MsgRcvd +MsgSent +Up/Down +State/PfxRcd +PfxSnt +Desc\n")
                .containsPattern(
                        "\n192.168.100.130 +4 +12076 +\\d+ +\\d+ +00:04:59 +1 +1 +er-ams.primary.private.ipv4\n");
    }

    @Test
    void aSessionThatIsDownShowsItsState() {
        assertThat(show("ce1", "cut + 4m", "bgp summary"))
                .containsPattern("192.168.100.130 +4 .* (Idle|Connect|Active) +0 +er-ams.primary.private.ipv4\n");
        assertThat(show("ce1", "cut + 4m", "sessions")).contains("off  hold timer at 07:");
    }

    @Test
    void tableMarksBestAndInternalPathsAndCountsRefusedOnes() {
        assertThat(show("ce1", "cut", "bgp"))
                .contains("\n     Network       Next Hop         Metric  LocPrf  Weight  Path\n")
                .contains("\n*>   10.20.0.0/16  192.168.100.130             120       0  12076 i\n")
                .containsPattern("\n\\*> i?  10.21.0.0/16|\n\\*>i +10.21.0.0/16")
                .contains("1 refused on arrival");
    }

    @Test
    void aPathIsShownWithWhatDecidedAboutIt() {
        assertThat(show("ce1", "cut", "bgp 10.20.1.4"))
                .contains("BGP routing table entry for 10.20.0.0/16\n")
                .contains("local preference 120")
                .contains("changed by rule prefer-west-europe[2] (silent.yaml:9:")
                .contains("best: the only path that can be used");
        assertThat(show("ce2", "cut", "bgp 10.20.1.4"))
                .contains("best: highest LOCAL_PREF (120 against 100)")
                .contains("lost: highest LOCAL_PREF (100 against 120)");
        assertThat(show("ce1", "cut", "bgp 10.21.0.0/16"))
                .contains("refused: rule prefer-west-europe[3] (silent.yaml:10:");
    }

    @Test
    void routesCarryTheCodesOfRouters() {
        assertThat(show("ce1", "cut", "routes"))
                .containsPattern(
                        "\nB>\\*  10.20.0.0/16 +\\[20/0\\] +via 192.168.100.130, er-ams.primary.private +00:04:5");
    }

    @Test
    void fibAndFlowsFollowAfterTheHoldTimer() {
        assertThat(show("ce1", "cut", "fib")).containsPattern("\n10.20.0.0/16 +via 192.168.100.130, er-ams.primary");
        assertThat(show("ce1", "cut + 4m", "fib")).containsPattern("\n10.20.0.0/16 +via .*, amsterdam.ce1-ce2");
        assertThat(show("ce1", "cut", "flows")).contains("link-down-unnoticed at er-ams.primary.private");
        assertThat(show("ce1", "cut + 4m", "flows")).doesNotContain("link-down-unnoticed");
    }

    @Test
    void aNameOfSeveralNodesShowsEach() {
        assertThat(show("hub.gateway", "cut", "sessions"))
                .contains("hub.gateway1 at 05:00.000 (cut)\n", "hub.gateway2 at 05:00.000 (cut)\n");
    }

    @Test
    void aNodeWithoutBgpSaysSo() {
        assertThat(show("hub.hosts", "cut", "bgp summary")).contains("hub.hosts speaks no BGP.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bgp summary", "bgp", "bgp 10.20.0.0/16", "routes", "fib", "sessions", "flows"})
    void everyTableIsThereForPrograms(String what) {
        CommandLineRun run = CommandLineRun.of("show", silent, "--json", "--node", "ce1", what);
        assertThat(run.jsonValues("time-nanos")).isEqualTo(1);
        assertThat(run.jsonValues("node")).isPositive();
        assertThat(run.out()).contains("\"format\" : \"coldpotato-show\"");
    }

    @Test
    void flowsAndSessionsAreShownOfAllNodes() {
        assertThat(CommandLineRun.of("show", silent, "--at", "cut", "sessions").out())
                .contains("ce1 at 05:00.000", "hub.gateway1 at 05:00.000")
                .doesNotContain("speaks no BGP");
        assertThat(CommandLineRun.of("show", silent, "--at", "cut", "flows").out())
                .contains("hub.hosts at 05:00.000", "ce1 at 05:00.000");
    }
}

package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.live.ControlAnswer.Outcome;
import coldpotato.scenarios.report.NodeState;
import coldpotato.scenarios.report.NodeTable;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveControlTest {
    @TempDir
    private Path folder;

    private SimulatedRun run;
    private LiveControl control;

    @BeforeEach
    void comeUp() {
        run = new SimulatedRun(scenario(folder), "2m");
        control = new LiveControl(run);
    }

    /** The scenario of the tests of this package, in a folder. */
    static Path scenario(Path folder) {
        try {
            String text = Resources.toString(
                    Resources.getResource(LiveControlTest.class, "live.yaml"), StandardCharsets.UTF_8);
            return Files.writeString(folder.resolve("live.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ControlAnswer ask(String line) {
        return control.apply(ControlRequest.ofWords(Arrays.asList(line.split(" "))));
    }

    private String done(String line) {
        ControlAnswer answer = ask(line);
        assertThat(answer.outcome()).as(answer.text()).isEqualTo(Outcome.DONE);
        return answer.text();
    }

    private String refused(String line) {
        ControlAnswer answer = ask(line);
        assertThat(answer.outcome()).as(answer.text()).isEqualTo(Outcome.REFUSED);
        return answer.text();
    }

    private List<TraceEvent> injected() {
        return run.console().network().trace().events().stream()
                .filter(event -> event.kind() == TraceKind.INJECTED)
                .toList();
    }

    @Test
    void aLinkFailsLoudlyUnlessToldOtherwise() {
        assertThat(done("fail er-ams.primary"))
                .isEqualTo("02:00.000  ctl 1  er-ams.primary fails, and the light goes out\n");
        run.pass("5s");
        assertThat(done("show bgp summary --node=ce1"))
                .startsWith("ce1 at 02:05.000 (ctl 1 + 5s)\n")
                .containsPattern("(Idle|Connect|Active) +0 +er-ams.primary");
    }

    @Test
    void aSilentFailureIsNoticedByTheHoldTimerOnly() {
        assertThat(done("fail er-ams.primary --how=silent")).contains("er-ams.primary fails silently");
        run.pass("5s");
        assertThat(done("show sessions --node=ce1")).contains("Established").doesNotContain("hold timer");
        run.pass("3m");
        assertThat(done("show sessions --node=ce1")).contains("hold timer at 0");
    }

    @ParameterizedTest
    @CsvSource({
        "fail er-ams.primary --loss=30%, er-ams.primary loses 30.0% of the frames",
        "fail er-ams.primary --direction=to-site, er-ams.primary fails silently towards the site",
        "fail er-ams.primary --direction=to-azure --loss=5%, er-ams.primary loses 5.0% of the frames towards Azure",
        "reset-session er-ams.primary.private.ipv4, er-ams.primary.private.ipv4 is reset",
        "reboot ce1 --takes=30s, ce1 loses power for 30s",
        "repair er-ams.primary, er-ams.primary is repaired"
    })
    void whatIsDoneIsSaidAndStandsInTheTrace(String line, String text) {
        assertThat(done(line)).contains(text);
        assertThat(injected()).hasSize(1);
        assertThat(injected().get(0).cause()).isZero();
        assertThat(text).startsWith(injected().get(0).node());
    }

    @Test
    void whatFollowsFromADeedIsCausedByIt() {
        done("fail er-ams.primary");
        run.pass("5s");
        TraceEvent down = run.console().network().trace().events().stream()
                .filter(event -> event.kind() == TraceKind.SESSION_DOWN)
                .findFirst()
                .orElseThrow();
        assertThat(run.console().network().trace().causesOf(down).get(0))
                .isEqualTo(injected().get(0));
    }

    @Test
    void aRepairBringsTheSessionBack() {
        done("fail er-ams.primary");
        run.pass("5s");
        done("repair er-ams.primary");
        run.pass("1m");
        assertThat(done("status")).contains("\n7 of 7 sessions are up\n").doesNotContain("Failures");
    }

    @Test
    void repairWithoutANameTakesEverythingOff() {
        done("fail er-ams.primary --how=silent");
        done("fail er-ams.secondary --loss=10%");
        assertThat(done("repair"))
                .contains("er-ams.primary is repaired\n", "er-ams.secondary is repaired\n")
                .contains("ctl 3", "ctl 4");
        assertThat(done("repair")).isEqualTo("there is nothing to repair\n");
    }

    @Test
    void nodesOfASharedRiskAreWithoutPowerUntilItIsRepaired() {
        done("fail building");
        run.pass("5m");
        assertThat(done("status")).contains("\nFailures\n  building fails", "\nWithout power\n  ce2\n");
        assertThat(done("repair building")).contains("building is repaired");
        assertThat(done("status")).doesNotContain("Failures").doesNotContain("Without power");
    }

    @Test
    void anotherGroupKeepsItsNodesWithoutPower() {
        done("fail building");
        done("fail street");
        done("repair building");
        assertThat(done("status"))
                .contains("Without power\n  ce2\n", "street fails")
                .doesNotContain("building");
    }

    @Test
    void statusTellsTheTimeTheFailuresTheSessionsAndWhatComesNext() {
        done("fail er-ams.primary");
        run.pass("10s");
        assertThat(done("status"))
                .startsWith("Rehearsed live at 02:10.000 (ctl 1 + 10s), ends at 15:00.000\n\n6 of 7 sessions are up\n")
                .containsPattern(
                        "\n  er-ams.primary.private.ipv4  ce1 (Idle|Connect|Active)  er-ams.msee1.private (Idle|Connect|Active)\n")
                .contains("\nFailures\n  er-ams.primary fails, and the light goes out  since 02:00.000  ctl 1\n")
                .contains("\nNext\n  05:00.000  in 2m50s  cut  er-ams.primary fails silently\n");
    }

    @Test
    void statusAndTablesAreThereForPrograms() {
        done("fail er-ams.primary");
        assertThat(done("status --json"))
                .contains("\"format\" : \"coldpotato-status\"", "\"entry\" : \"ctl 1\"", "\"at-nanos\" : 300000000000");
        assertThat(done("show flows --json")).contains("\"format\" : \"coldpotato-show\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bgp summary", "bgp", "bgp 10.20.0.0/16", "bgp 10.20.1.4", "routes", "fib", "sessions", "flows"})
    void everyTableOfShowIsThere(String table) {
        assertThat(done("show " + table + " --node=ce1")).startsWith("ce1 at 02:00.000\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fail er-ams.primry | fail: there is no link or group \"er-ams.primry\"; did you mean \"er-ams.primary\"?",
                "fail ce1 | fail: \"ce1\" stands for nodes, and fail is for links; reboot takes the power of a node",
                "fail er-ams.primary --loss=30 | --loss: \"30\" has no unit; 30%?",
                "fail er-ams.primary --how=silnt | --how: \"silnt\" is none of silent, loud; did you mean \"silent\"?",
                "fail er-ams.primary --how=loud --loss=30% | --how: a link that fails in part still has light; say how: silent",
                "fail er-ams.primary --takes=3s | --takes: takes has no meaning here, beside fail",
                "fail amsterdam.ce1-ce2 --direction=to-site | fail: no end of amsterdam.ce1-ce2 is nearer to Azure",
                "reboot ce3 | reboot: there is no node \"ce3\"; did you mean \"ce1\"?",
                "reboot ce1 --takes=30 | --takes: \"30\" has no unit; 30s or 30m?",
                "reset-session er-ams.primary | reset-session: there is no session",
                "fail | fail needs one name",
                "show bgp summary | show bgp summary needs --node",
                "show bgp sumary --node=ce1 | \"sumary\" is neither summary nor a prefix nor an address",
                "show rutes --node=ce1 | there is no table \"rutes\"; did you mean routes?",
                "show fib --node=ce9 | there is no node \"ce9\"; did you mean",
                "show bgp 192.0.2.1 --node=ce1 | 192.0.2.1 is not in the BGP table of ce1",
                "dance | a live run does not know what \"dance\" is"
            })
    void whatCannotBeDoneIsRefusedWithAHintAndChangesNothing(String line, String message) {
        assertThat(refused(line)).startsWith(message);
        assertThat(injected()).isEmpty();
    }

    @Test
    void theTablesOfAnExternalRouterAreNotInvented() {
        SimulatedNetwork network = run.console().network();
        ImmutableSet<String> external = ImmutableSet.of("ce1");
        NodeTable fib = NodeTable.of("fib", Optional.of("ce1"));
        assertThatThrownBy(() -> fib.in(network, external)).hasMessage("ce1 is external; ask it itself");
        NodeTable flows = NodeTable.of("flows", Optional.empty());
        assertThat(flows.in(network, external).keySet())
                .extracting(NodeState::node)
                .contains("ce2")
                .doesNotContain("ce1");
    }

    @Test
    void stopEndsTheRun() {
        assertThat(done("stop")).contains("the run ends now");
        assertThat(run.isStopped()).isTrue();
    }
}

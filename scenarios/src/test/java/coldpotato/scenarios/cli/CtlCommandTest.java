package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.live.ControlServer;
import coldpotato.scenarios.live.ControlSocket;
import coldpotato.scenarios.live.LiveControl;
import coldpotato.scenarios.live.SimulatedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a run in virtual time behind a real socket. */
class CtlCommandTest {
    @TempDir
    private Path folder;

    private Path socket;
    private SimulatedRun run;
    private ControlServer server;

    @BeforeEach
    void listen() {
        socket = folder.resolve("coldpotato/live.sock");
        run = new SimulatedRun(CommandLineRun.silent(folder), "2m");
        server = ControlServer.open(new ControlSocket(socket, true), new LiveControl(run));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandLineRun ctl(Object... words) {
        return CommandLineRun.of(Stream.concat(Stream.of("ctl", "--socket", socket), Stream.of(words))
                .toArray());
    }

    private String done(Object... words) {
        CommandLineRun done = ctl(words);
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isEqualTo(ExitCode.HOLDS);
        return done.out();
    }

    @Test
    void failureAndRepairAreSaidWithTheirTimeAndName() {
        assertThat(done("fail", "er-ams.primary", "--how", "silent"))
                .isEqualTo("02:00.000  ctl 1  er-ams.primary fails silently\n");
        run.pass("30s");
        assertThat(done("repair", "er-ams.primary")).isEqualTo("02:30.000  ctl 2  er-ams.primary is repaired\n");
    }

    @Test
    void everyOptionOfAFailureReachesTheRun() {
        assertThat(done("fail", "er-ams.primary", "--direction=to-site", "--loss", "30%", "--how=silent"))
                .contains("er-ams.primary loses 30.0% of the frames towards the site");
    }

    @Test
    void whatIsWithoutANameIsRepairedToo() {
        done("fail", "er-ams");
        assertThat(done("repair")).contains("er-ams is repaired");
    }

    @Test
    void sessionsAreResetAndNodesRebooted() {
        assertThat(done("reset-session", "er-ams.primary.private.ipv4")).contains("is reset");
        assertThat(done("reboot", "ce1", "--takes", "30s")).contains("ce1 loses power for 30s");
    }

    @Test
    void showSaysWhatTheCommandOfTheSameNameSays() {
        CommandLineRun show = CommandLineRun.of(
                "show", folder.resolve("silent.yaml"), "--at", "2m", "--node", "ce1", "bgp", "summary");
        assertThat(done("show", "bgp", "summary", "--node", "ce1")).isEqualTo(show.out());
        assertThat(done("show", "--node", "ce1", "bgp summary")).isEqualTo(show.out());
    }

    @Test
    void programsGetDocuments() {
        assertThat(ctl("show", "routes", "--node", "ce1", "--json").jsonValues("time-nanos"))
                .isEqualTo(1);
        assertThat(ctl("status", "--json").jsonValues("sessions-down")).isEqualTo(1);
    }

    @Test
    void statusAndStopAreAnswered() {
        assertThat(done("status")).startsWith("Silence at 02:00.000, ends at 1");
        assertThat(done("stop")).contains("the run ends now");
        assertThat(run.isStopped()).isTrue();
    }

    @Test
    void whatTheRunRefusesIsBadInput() {
        CommandLineRun refused = ctl("fail", "er-ams.primry");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualTo("coldpotato: fail: there is no link or group \"er-ams.primry\"; did you mean"
                        + " \"er-ams.primary\"?\n");
    }

    @Test
    void whereNobodyListensItSaysWhatToStart() {
        server.close();
        CommandLineRun nobody = ctl("status");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nobody.err())
                .isEqualTo("coldpotato: nobody listens at " + socket
                        + "; start a run with coldpotato live FILE, or say --socket PATH if it listens elsewhere\n");
    }

    @Test
    void aMistypedCommandGetsAHint() {
        assertThat(ctl("fial", "er-ams.primary").err())
                .contains("Did you mean: coldpotato ctl fail?")
                .endsWith("See coldpotato ctl --help\n");
    }

    @Test
    void aProcessOfItsOwnFindsTheRunAtItsUsualPlace() throws Exception {
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Coldpotato.class.getName(),
                        "ctl",
                        "fail",
                        "er-ams.primary"))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        assertThat(builder.start().waitFor()).isEqualTo(ExitCode.HOLDS);
        assertThat(text(out)).startsWith("02:00.000  ctl 1  er-ams.primary fails");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}

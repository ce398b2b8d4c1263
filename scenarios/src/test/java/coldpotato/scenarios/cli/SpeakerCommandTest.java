package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import coldpotato.bgp.netty.Sockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two speakers on loopback, each in a process of its own. */
class SpeakerCommandTest {
    private static final String A = "127.14.0.1";
    private static final String B = "127.14.0.2";
    private static final String UP = " up, hold time 3m";

    @TempDir
    private Path folder;

    @Test
    void peersAndSaysGoodbyeWhenItIsTerminated() throws IOException {
        try (SpeakerProcess a = SpeakerProcess.start(speaker(A, B, ""));
                SpeakerProcess b = SpeakerProcess.start(speaker(B, A, ""))) {
            a.says(A + " peer (" + B + " AS 65002)" + UP);
            b.says(UP).signal("TERM");

            assertThat(b.exitCode()).isZero();
            assertThat(b.log()).contains("admin (stopped by its operator)", B + " has ended");
            a.says("notification (6/2 Cease/Administrative Shutdown \"stopped by its operator\"); prefixes lost: 1");
        }
    }

    @Test
    void takesOverAChangedFileWithoutTouchingTheSession() throws IOException {
        Path file = speaker(A, B, "");
        Path trace = folder.resolve("b.jsonl");
        try (SpeakerProcess a = SpeakerProcess.start(file);
                SpeakerProcess b = SpeakerProcess.start(speaker(B, A, ""), "--trace", trace)) {
            a.says(UP);
            Files.writeString(file, Files.readString(file).replace("10.1.0.0/16", "10.9.0.0/16"));
            a.signal("HUP");
            a.says("took over its file anew");
            SpeakerProcess.says(trace, "\"prefix\":\"10.9.0.0/16\",\"before\":\"\"");
            SpeakerProcess.says(trace, "\"prefix\":\"10.1.0.0/16\",\"before\":\"peer");

            assertThat(b.log()).doesNotContain(" down after ");
        }
    }

    @Test
    void aMistakeInAChangedFileChangesNothing() throws IOException {
        Path file = speaker(A, B, "");
        try (SpeakerProcess a = SpeakerProcess.start(file);
                SpeakerProcess b = SpeakerProcess.start(speaker(B, A, ""))) {
            a.says(UP);
            Files.writeString(file, Files.readString(file).replace("originate", "orignate"));
            a.signal("HUP");

            a.says("unknown key \"orignate\" in a speaker; did you mean \"originate\"?");
            a.says(A + " goes on with its old settings");
            assertThat(b.says(UP).log()).doesNotContain(" down after ");
        }
    }

    @Test
    void endsEvenWhileAReloadWaitsForAPipe() throws IOException {
        Path file = speaker(A, B, "");
        try (SpeakerProcess a = SpeakerProcess.start(file)) {
            a.says(" listens on ");
            Files.delete(file);
            pipe(file);
            a.signal("HUP");
            a.signal("HUP");
            a.signal("TERM");

            assertThat(a.exitCode()).isZero();
        }
    }

    @Test
    void aPasswordInAPipeIsRefused() throws IOException {
        pipe(folder.resolve("keys"));

        assertThat(CommandLineRun.of("speaker", speaker(A, B, ", password-file: keys"))
                        .err())
                .endsWith("\"keys\" is not a file\n");
    }

    private static void pipe(Path path) throws IOException {
        Process made = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
        assumeThat(made.onExit().join().exitValue()).as("a pipe can be made").isZero();
    }

    @Test
    void thePasswordIsNowhereToBeSeen() throws IOException {
        try (Sockets sockets = Sockets.open()) {
            assumeThat(sockets.missing()).noneMatch(sentence -> sentence.contains("TCP MD5"));
        }
        Path trace = folder.resolve("a.jsonl");
        try (SpeakerProcess a =
                        SpeakerProcess.start(speaker(A, B, ", password: s3cret"), "--verbose", "--trace", trace);
                SpeakerProcess b = SpeakerProcess.start(speaker(B, A, ", password: s3cret"))) {
            b.says(UP).signal("TERM");
            a.says(" down after ").signal("TERM");

            assertThat(a.exitCode()).isZero();
            assertThat(a.log()).contains("received NOTIFICATION").doesNotContain("s3cret");
            assertThat(Files.readString(trace)).contains("message-received").doesNotContain("s3cret");
        }
    }

    @Test
    void quietTellsOfWarningsOnly() throws IOException {
        try (SpeakerProcess a = SpeakerProcess.start(speaker(A, B, ""), "--quiet");
                SpeakerProcess b = SpeakerProcess.start(speaker(B, A, ""))) {
            b.says(UP).signal("TERM");

            a.says(" WARN ");
            assertThat(a.log()).doesNotContain(" INFO ");
        }
    }

    @Test
    void answersWhatIsAskedOverItsSocket() throws IOException {
        Path socket = Files.createTempDirectory("cp").resolve("s");
        try (SpeakerProcess a = SpeakerProcess.start(speaker(A, B, ""), "--socket", socket);
                SpeakerProcess b = SpeakerProcess.start(speaker(B, A, ""))) {
            a.says(UP);
            b.says(UP);

            assertThat(CommandLineRun.of("ctl", "--socket", socket, "show", "bgp", "summary")
                            .out())
                    .contains("peer", "65002");
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(socket.getParent());
        }
    }

    @Test
    void aPortInUseIsOneLineThatSaysWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(11_795, 1, InetAddress.getByName(A))) {
            Path file = speaker(A, B, "");
            Files.writeString(file, Files.readString(file).replace(A + ":11794", A + ":" + other.getLocalPort()));

            assertRefused(file, "cannot listen on 127.14.0.1:11795: the port is in use; ");
        }
    }

    @Test
    void anAddressThatIsNotOursIsOneLineThatSaysWhatToDo() throws IOException {
        Path file = speaker(A, B, "");
        Files.writeString(file, Files.readString(file).replace(A + ":11794", "192.0.2.1:11794"));

        assertRefused(file, "cannot listen on 192.0.2.1:11794: the address is not on this machine; ");
    }

    @Test
    void aLocalAddressThatIsNotOursIsOneLineThatSaysWhatToDo() throws IOException {
        Path file = speaker(A, B, ", local-address: 192.0.2.1");

        assertRefused(file, "cannot dial from 192.0.2.1: the address is not on this machine; ");
    }

    @Test
    void aTraceThatAnotherSpeakerWritesIsRefused() throws IOException {
        Path trace = folder.resolve("trace.jsonl");
        try (SpeakerProcess a = SpeakerProcess.start(speaker(A, B, ""), "--trace", trace)) {
            a.says(" listens on ");
            CommandLineRun run = CommandLineRun.of("speaker", speaker(B, A, ""), "--trace", trace);

            assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(run.err())
                    .isEqualTo("coldpotato: --trace " + trace + ": another process writes there; take another file\n");
        }
    }

    @Test
    void aFolderForTheSocketIsNotMade() throws IOException {
        Path missing = folder.resolve("missing");
        CommandLineRun run = CommandLineRun.of("speaker", speaker(A, B, ""), "--socket", missing.resolve("s"));

        assertThat(run.err()).isEqualTo("coldpotato: --socket: there is no folder " + missing + "\n");
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFullDiskIsOneLine() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (SpeakerProcess a = SpeakerProcess.start(speaker(A, B, ""), "--quiet", "--trace", full)) {
            a.says("nothing more is written there");

            assertThat(a.log()).contains("--trace /dev/full: No space left on device; nothing more");
        }
    }

    @Test
    void whatDoesNotStartAnswersNobody() throws IOException {
        Path control = folder.resolve("s");
        Path file = speaker(A, B, "");
        Files.writeString(file, Files.readString(file).replace(A + ":11794", "192.0.2.1:11794"));

        assertRefused(file, "cannot listen on 192.0.2.1:11794", "--socket", control);
        assertThat(control).doesNotExist();
    }

    private static void assertRefused(Path file, String line, Object... options) {
        try (SpeakerProcess refused = SpeakerProcess.start(file, options)) {
            assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(refused.log()).startsWith("coldpotato: " + line).hasLineCount(1);
        }
    }

    @Test
    void allMistakesOfAFileAreToldAndNothingStarts() throws IOException {
        Path file = speaker(A, B, "");
        Files.writeString(file, Files.readString(file).replace("asn:", "as:"));
        CommandLineRun run = CommandLineRun.of("speaker", file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains(file + ":1:1: unknown key \"as\" in a speaker", "a peer needs the key asn")
                .hasLineCount(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--trace nowhere/a.jsonl", "--trace speaker.yaml", "--trace .", "--trace -"})
    void aTraceThatCannotBeWrittenIsRefused(String options) throws IOException {
        Path file = speaker(A, B, "");
        String where = options.replace("--trace ", "");
        CommandLineRun run = CommandLineRun.of("speaker", file, "--trace", where.equals("speaker.yaml") ? file : where);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).startsWith("coldpotato: --trace");
    }

    @Test
    void theClassesOfTheLauncherComeFromACommandThatWorks() {
        assertThat(CommandLineRun.of("archive", CommandLineRun.silent(folder)).exitCode())
                .isZero();
    }

    /** A speaker that peers with another one like it. */
    private Path speaker(String own, String other, String extra) throws IOException {
        int number = own.equals(A) ? 1 : 2;
        String text = """
                asn: 6500%d
                router-id: %s
                listen: %s:11794
                peers:
                  - {name: peer, address: %s, port: 11794, asn: 6500%d, import: all, export: all, connect-retry: 500ms%s}
                originate: {prefix: 10.%d.0.0/16}
                """;
        return Files.writeString(
                folder.resolve(own + ".yaml"), String.format(text, number, own, own, other, 3 - number, extra, number));
    }
}

package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Strings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlServerTest {
    private static final Function<ControlRequest, ControlAnswer> ECHO =
            request -> ControlAnswer.done(request.arguments() + " " + request.options());
    private static final ControlRequest STATUS = ControlRequest.of("status");

    @TempDir
    private Path folder;

    private ControlSocket socket;
    private ControlServer server;

    @BeforeEach
    void listen() {
        socket = new ControlSocket(folder.resolve("mine/live.sock"), true);
        server = ControlServer.open(socket, ECHO);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ControlAnswer ask(ControlSocket socket, ControlRequest request) {
        return new ControlClient(socket, "start one").ask(request);
    }

    /** What comes back for these bytes; the connection stays open meanwhile. */
    private String say(String text) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            byte[] answer = new byte[1000];
            int length = Channels.newInputStream(channel).read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void wordsAndOptionsArriveAsTheyWereTyped() {
        ControlRequest request =
                ControlRequest.of("fail", "a b", "", "zürich\n").with("how", "silent");
        assertThat(ask(socket, request))
                .isEqualTo(ControlAnswer.done(ECHO.apply(request).text()));
    }

    @Test
    void onlyTheOwnerCanOpenTheSocketOrLookIntoItsFolder() throws IOException {
        assertThat(permissions(socket.path())).isEqualTo("rw-------");
        assertThat(permissions(socket.path().getParent())).isEqualTo("rwx------");
        assertThat(socket.path().getParent()).isDirectoryContaining(socket.path()::equals);
        assertThat(socket.path().getParent().toFile().list()).containsExactly("live.sock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---", "rwx----w-"})
    void aFolderThatOthersCanWriteToIsRefused(String permissions) throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> ControlServer.open(new ControlSocket(open.resolve("live.sock")), ECHO))
                .isInstanceOf(ControlProblem.class)
                .hasMessageContaining("others can write to the folder")
                .hasMessageContaining("chmod go-w " + open);
        assertThat(open).isEmptyDirectory();
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        assumeTrue(PrivateFolder.user() == 0, "only root can give a folder away");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.setAttribute(theirs, "unix:uid", 65534);
        assertThatThrownBy(() -> ControlServer.open(new ControlSocket(theirs.resolve("live.sock")), ECHO))
                .isInstanceOf(ControlProblem.class)
                .hasMessage("the folder " + theirs + " belongs to somebody else; take one of your own");
    }

    @Test
    void aLinkThatSomebodyElseLaidIsRefusedThoughItLeadsToAFolderOfOurs() throws IOException {
        assumeTrue(PrivateFolder.user() == 0, "only root can give a link away");
        Path link =
                Files.createSymbolicLink(folder.resolve("link"), socket.path().getParent());
        Files.setAttribute(link, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
        assertThatThrownBy(() -> ControlServer.open(new ControlSocket(link.resolve("other.sock")), ECHO))
                .isInstanceOf(ControlProblem.class)
                .hasMessageContaining("belongs to somebody else");
    }

    @Test
    void aFolderThatOthersCanOnlyReadWillDo() throws IOException {
        Path readable = Files.createDirectory(folder.resolve("readable"));
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
        ControlSocket there = new ControlSocket(readable.resolve("live.sock"));
        try (ControlServer second = ControlServer.open(there, ECHO)) {
            assertThat(permissions(there.path())).isEqualTo("rw-------");
            assertThat(second).isNotNull();
        }
    }

    @Test
    void aSecondServerOnOnePathIsToldOfTheFirst() {
        assertThatThrownBy(() -> ControlServer.open(socket, ECHO))
                .isInstanceOf(ControlProblem.class)
                .hasMessageContaining("somebody listens at " + socket.path() + " already")
                .hasMessageContaining("--socket");
        assertThat(ask(socket, STATUS).outcome()).isEqualTo(ControlAnswer.Outcome.DONE);
    }

    @Test
    void aSocketThatNobodyAnswersOnIsReplaced() throws IOException {
        ControlSocket stale = new ControlSocket(folder.resolve("mine/stale.sock"));
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(stale.path()))
                .close();
        try (ControlServer second = ControlServer.open(stale, ECHO)) {
            assertThat(ask(stale, STATUS).outcome()).isEqualTo(ControlAnswer.Outcome.DONE);
            assertThat(second).isNotNull();
        }
    }

    @Test
    void aFileInPlaceOfTheSocketStays() throws IOException {
        Path file = Files.writeString(folder.resolve("mine/notes"), "dear");
        assertThatThrownBy(() -> ControlServer.open(new ControlSocket(file), ECHO))
                .isInstanceOf(ControlProblem.class)
                .hasMessageContaining("is no socket");
        assertThat(file).hasContent("dear");
    }

    @Test
    void theSocketIsGoneAfterTheEnd() {
        server.close();
        assertThat(socket.path()).doesNotExist();
        assertThatThrownBy(() -> ask(socket, STATUS))
                .isInstanceOf(ControlProblem.class)
                .hasMessage("nobody listens at " + socket.path() + "; start one");
    }

    @Test
    void aSocketThatAnotherHasPutInItsPlaceStays() throws IOException {
        Files.delete(socket.path());
        try (ControlServer second = ControlServer.open(socket, ECHO)) {
            server.close();
            assertThat(ask(socket, STATUS).outcome()).isEqualTo(ControlAnswer.Outcome.DONE);
            assertThat(second).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: there\r\n\r\n",
                "\n",
                "coldpotato-ctl 2 ask 7\nstatus\0",
                "coldpotato-ctl 1 ask 99999999999\n",
                "coldpotato-ctl 1 ask 16385\n",
                "coldpotato-ctl 1 ask -1\n",
                "coldpotato-ctl 1 ask 0\n",
                "coldpotato-ctl 1 ask 6\nstatus",
                "coldpotato-ctl 1 done 7\nstatus\0"
            })
    void whoeverDoesNotKeepToTheProtocolIsToldSo(String text) throws IOException {
        assertThat(say(text)).startsWith("coldpotato-ctl 1 refused ").endsWith("\n");
        assertThat(ask(socket, STATUS).outcome()).isEqualTo(ControlAnswer.Outcome.DONE);
    }

    @Test
    void aHeaderWithoutEndIsCutOff() throws IOException {
        assertThat(say(Strings.repeat("x", 64))).startsWith("coldpotato-ctl 1 refused ");
    }

    @Test
    void halfARequestKeepsNobodyWaitingForLong() throws IOException {
        try (SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()))) {
            silent.write(ByteBuffer.wrap("coldpotato-ctl 1 ask 7\nsta".getBytes(StandardCharsets.UTF_8)));
            assertThat(ask(socket, STATUS).outcome()).isEqualTo(ControlAnswer.Outcome.DONE);
            assertThat(Channels.newInputStream(silent).read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "coldpotato", "coldpotato-ctl 1 ask 7\nsta", "coldpotato-ctl 1 ask 7\nstatus\0"})
    void aClientThatGoesAwayEarlyHurtsNobody(String text) throws IOException {
        try (SocketChannel hasty = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()))) {
            hasty.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(ask(socket, STATUS).outcome()).isEqualTo(ControlAnswer.Outcome.DONE);
    }

    @Test
    void anAnswerLargerThanEveryBufferArrivesWhole() {
        String table = Strings.repeat("10.0.0.0/8 via 192.0.2.1\n", 200_000);
        ControlSocket other = new ControlSocket(folder.resolve("mine/large.sock"));
        try (ControlServer large = ControlServer.open(other, request -> ControlAnswer.done(table))) {
            assertThat(ask(other, STATUS).text()).isEqualTo(table);
            assertThat(large).isNotNull();
        }
    }

    @Test
    void aMistakeOfOursIsAnAnswerAndTheNextRequestIsAnswered() {
        ControlSocket other = new ControlSocket(folder.resolve("mine/broken.sock"));
        try (ControlServer broken = ControlServer.open(other, request -> {
            throw new IllegalStateException("the dog ate it");
        })) {
            assertThat(ask(other, STATUS).outcome()).isEqualTo(ControlAnswer.Outcome.FAILED);
            assertThat(ask(other, STATUS).text()).contains("the dog ate it");
            assertThat(broken).isNotNull();
        }
    }

    @Test
    void aPathThatIsTooLongForASocketIsToldOf() {
        ControlSocket far = new ControlSocket(folder.resolve(Strings.repeat("x", 100)));
        assertThatThrownBy(() -> ControlServer.open(far, ECHO))
                .isInstanceOf(ControlProblem.class)
                .hasMessageContaining("is longer than");
    }

    @Test
    void bytesCountNotLetters() {
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode('ü'));
        ControlSocket far = new ControlSocket(Path.of("/tmp/" + Strings.repeat("ü", 60)));
        assertThatThrownBy(() -> ControlServer.open(far, ECHO)).hasMessageContaining("is longer than");
    }

    @Test
    void theUsualPlaceIsInTheFolderOfTheSessionElseInOneForTemporaryFiles() {
        String own = folder.toString();
        assertThat(ControlSocket.usual("live", name -> name.equals("XDG_RUNTIME_DIR") ? own : null)
                        .path())
                .isEqualTo(folder.resolve("coldpotato/live.sock"));
        assertThat(ControlSocket.usual("live", name -> name.equals("TMPDIR") ? own : "relative")
                        .path())
                .isEqualTo(folder.resolve("coldpotato-" + PrivateFolder.user() + "/live.sock"));
        assertThat(ControlSocket.usual("live", name -> null).path())
                .isEqualTo(Path.of("/tmp/coldpotato-" + PrivateFolder.user() + "/live.sock"));
    }
}

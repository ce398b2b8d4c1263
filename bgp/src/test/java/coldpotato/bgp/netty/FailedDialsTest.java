package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer is dialled again and again, for weeks if need be: what failed must leave nothing behind. */
class FailedDialsTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final int DIALS = 300;

    /** What the machine may open and close meanwhile for other reasons. */
    private static final int OTHERS = 60;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaveNoSocketOpenWhereOurAddressIsGone(boolean nio) {
        assumeTrue(Files.exists(OPEN_FILES), "skipped: this system does not list open files");
        try (Pair pair = new Pair(nio ? Sockets.nio() : Sockets.open(), "127.11.6.1", "127.11.6.2")) {
            pair.a.ends = ends -> PeerSockets.of(gone(), ends.remote());
            pair.a.start(pair.b);
            long before = openFiles();
            for (int i = 0; i < DIALS; i++) {
                pair.a.host.input(0, (speaker, now) -> speaker.resetPeer(now, Pair.SESSION, "try again"));
            }
            await("what failed is closed", () -> pair.a.host.ask(speaker -> openFiles()) < before + OTHERS);
        }
    }

    private static InetSocketAddress gone() {
        return new InetSocketAddress(InetAddresses.forString("192.0.2.1"), 0);
    }

    private static long openFiles() {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.count();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

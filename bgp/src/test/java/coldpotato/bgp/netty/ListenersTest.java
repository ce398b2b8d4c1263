package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenersTest {
    /** No other run uses it at the same time. */
    private static final int PORT = 12000 + (int) (ProcessHandle.current().pid() % 8000);

    private final Sockets sockets = Sockets.open();
    private final EventLoopGroup loop = sockets.newLoop("here");
    private final Listeners listeners = new Listeners(sockets, loop, channel -> channel.close());

    @AfterEach
    void close() {
        listeners.close();
        sockets.close();
    }

    private static InetSocketAddress at(String address) {
        return new InetSocketAddress(InetAddresses.forString(address), PORT);
    }

    private static HostSettings listeningAt(String address) {
        IpAddress id = IpAddress.ipv4(1);
        return new HostSettings(
                "here",
                new SpeakerConfig(65001, id, id, DecisionProcess.RFC4271, ImmutableMap.of()),
                1,
                ImmutableSet.of(at(address)),
                ImmutableMap.of());
    }

    @Test
    void anAddressIsGivenBackOnlyWhenTheNewSettingsHold() throws IOException {
        listeners.adopt(listeningAt("127.11.7.1"));
        listeners.adopt(listeningAt("127.11.7.2"));
        assertThat(listens("127.11.7.1") && listens("127.11.7.2")).isTrue();
        listeners.closeOthers(listeningAt("127.11.7.2"));
        assertThat(listens("127.11.7.1")).isFalse();
        assertThat(listens("127.11.7.2")).isTrue();
    }

    private static boolean listens(String address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(at(address));
            return true;
        } catch (ConnectException refused) {
            return false;
        }
    }

    @Test
    void fallingSilentWaitsForNobody() {
        Thread adopting = new Thread(() -> listeners.adopt(listeningAt("127.11.7.1")));
        Future<?> silent = new Standstill(loop.next()).until(adopting, listeners::freeze);
        await("nothing is accepted any more", silent::isDone);
    }
}

package coldpotato.bgp.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, one line says what to do. */
class SocketProblemTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatThePortIsInUse(boolean nio) throws IOException {
        try (Pair pair = pair(nio, "127.11.2.1");
                ServerSocket other = new ServerSocket()) {
            other.bind(pair.a.address);
            assertThatThrownBy(pair::start)
                    .isInstanceOf(SocketProblem.class)
                    .hasMessage("cannot listen on 127.11.2.1:" + pair.a.address.getPort()
                            + ": the port is in use; stop the other daemon (ss -ltnp)" + " or change `listen`");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatTheAddressIsNotOfThisMachine(boolean nio) {
        try (Pair pair = pair(nio, "192.0.2.1")) {
            assertThatThrownBy(pair::start)
                    .isInstanceOf(SocketProblem.class)
                    .hasMessage("cannot listen on 192.0.2.1:" + pair.a.address.getPort()
                            + ": the address is not on this machine; add it"
                            + " (ip addr add 192.0.2.1 dev ...) or change `listen`");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheAddressOnceItIsFree(boolean nio) throws IOException {
        try (Pair pair = pair(nio, "127.11.2.1")) {
            try (ServerSocket other = new ServerSocket()) {
                other.bind(pair.a.address);
                assertThatThrownBy(() -> pair.a.start(pair.b)).isInstanceOf(SocketProblem.class);
            }
            pair.established();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAPasswordOnATransportWithoutKeys(boolean ttlSecurity) {
        try (Pair pair = pair(true, "127.11.2.1")) {
            pair.a.peer = peer -> peer.password(Optional.of("opensesame").filter(key -> !ttlSecurity));
            pair.a.ends = ends -> new PeerSockets(ends.local(), ends.remote(), ttlSecurity, OptionalInt.empty());
            assertThatThrownBy(pair::start)
                    .isInstanceOf(SocketProblem.class)
                    .hasMessageContaining(ttlSecurity ? "take ttl-security of peer a-b away" : "take the password of")
                    .hasMessageNotContaining("opensesame");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP MD5 (RFC 2385)", "TTL security (RFC 5082)"})
    void saysAtStartWhatNioLacks(String lacked) {
        try (Sockets nio = Sockets.nio()) {
            assertThat(nio.missing()).anyMatch(sentence -> sentence.contains(lacked));
        }
    }

    private static Pair pair(boolean nio, String address) {
        return new Pair(nio ? Sockets.nio() : Sockets.open(), address, "127.11.2.2");
    }
}

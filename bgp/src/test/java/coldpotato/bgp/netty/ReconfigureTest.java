package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconfigureTest {
    private static Pair pair() {
        return new Pair(Sockets.open(), "127.11.5.1", "127.11.5.2");
    }

    @Test
    void saysGoodbyeToAPeerThatIsTakenAwayAndMeetsItAgain() {
        try (Pair pair = pair()) {
            pair.established();
            HostSettings with = pair.a.host.settings();
            pair.a.host.reconfigure(with.speaker().withPeers(ImmutableMap.of()), ImmutableMap.of());
            await("b sees the end", () -> !pair.b.endings().isEmpty());
            assertThat(pair.b.endings().get(0)).contains("Peer De-configured");
            pair.a.host.reconfigure(with);
            await("both ends are established", () -> pair.a.isEstablished() && pair.b.isEstablished());
        }
    }

    @Test
    void listensWhereItIsToldToFromNowOn() {
        try (Pair pair = pair()) {
            pair.a.peer = peer -> peer.passive(true);
            pair.a.start(pair.b);
            HostSettings before = pair.a.host.settings();
            InetSocketAddress moved = new InetSocketAddress(
                    InetAddresses.forString("127.11.5.3"),
                    before.listen().asList().get(0).getPort());
            pair.a.host.reconfigure(new HostSettings(
                    "a",
                    before.speaker(),
                    1,
                    ImmutableSet.of(moved),
                    ImmutableMap.of(
                            Pair.SESSION,
                            PeerSockets.of(new InetSocketAddress(moved.getAddress(), 0), pair.b.address))));
            pair.b.ends = ends -> PeerSockets.of(ends.local(), moved);
            pair.b.start(pair.a);
            await("both ends are established", () -> pair.a.isEstablished() && pair.b.isEstablished());
        }
    }

    @Test
    void refusesAPeerWithoutAnAddress() {
        try (Pair pair = pair()) {
            pair.a.start(pair.b);
            assertThatThrownBy(
                            () -> pair.a.host.reconfigure(pair.a.host.settings().speaker(), ImmutableMap.of()))
                    .isInstanceOf(SocketProblem.class)
                    .hasMessage("peer a-b of a has no address");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-a", "a-z"})
    void refusesTwoPeersAtOneAddressWhereOneMayArriveAnywhere(String anywhere) {
        try (Pair pair = pair()) {
            HostSettings settings = pair.a.settings(pair.b);
            PeerSockets ends = settings.peers().get(Pair.SESSION);
            PeerSockets all =
                    PeerSockets.of(new InetSocketAddress(InetAddresses.forString("0.0.0.0"), 0), ends.remote());
            assertThatThrownBy(
                            () -> settings.with(settings.speaker(), ImmutableMap.of(Pair.SESSION, ends, anywhere, all)))
                    .isInstanceOf(SocketProblem.class)
                    .hasMessageContaining("are both at 127.11.5.2; give each its own address");
        }
    }

    @Test
    void refusesTwoPeersAtOneAddress() {
        try (Pair pair = pair()) {
            HostSettings settings = pair.a.settings(pair.b);
            PeerSockets ends = settings.peers().get(Pair.SESSION);
            assertThatThrownBy(
                            () -> settings.with(settings.speaker(), ImmutableMap.of(Pair.SESSION, ends, "twin", ends)))
                    .isInstanceOf(SocketProblem.class)
                    .hasMessage("peers a-b and twin of a are both at 127.11.5.2; give each its own address");
        }
    }
}

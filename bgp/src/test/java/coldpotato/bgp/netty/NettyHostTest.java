package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every transport, IPv4 or IPv6. */
class NettyHostTest {
    static Stream<Pair> pairs() {
        return Stream.of(Pair.on(Sockets.open()), Pair.on(Sockets.nio()), new Pair(Sockets.open(), "::1", "::1"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void dialsAPeerThatOnlyWaits(Pair pair) {
        try (pair) {
            pair.b.peer = peer -> peer.passive(true);
            pair.established();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void waitsForAPeerThatDials(Pair pair) {
        try (pair) {
            pair.a.peer = peer -> peer.passive(true);
            pair.established();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void settlesOnOneSessionWhenBothDial(Pair pair) {
        try (pair) {
            pair.established();
            assertThat(pair.a.endings()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void exchangesRoutes(Pair pair) {
        try (pair) {
            pair.established();
            Prefix fromA = pair.a.originate(pair.prefix(1));
            Prefix fromB = pair.b.originate(pair.prefix(2));
            await("routes crossed", () -> pair.b.has(fromA) && pair.a.has(fromB));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void saysGoodbyeWhenItStops(Pair pair) {
        try (pair) {
            pair.established();
            pair.a.host.stop("upgrade at night");
            await("b sees the end", () -> !pair.b.endings().isEmpty());
            assertThat(pair.b.endings().get(0)).contains("Administrative Shutdown");
        }
    }
}

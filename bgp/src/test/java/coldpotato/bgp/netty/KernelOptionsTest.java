package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.net.InetAddresses;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TCP MD5 (RFC 2385) and TTL security (RFC 5082), where the kernel has them. */
class KernelOptionsTest {
    private static final Path COUNTERS = Path.of("/proc/net/netstat");

    @BeforeEach
    void needsTheKernelsOptions() {
        try (Sockets sockets = Sockets.open()) {
            assumeTrue(sockets.missing().isEmpty(), () -> "skipped: " + sockets.missing());
        }
    }

    @ParameterizedTest
    @CsvSource({"127.11.1.1, 127.11.1.2, false", "127.11.1.1, 127.11.1.2, true", "::1, ::1, false"})
    void meetsAPeerWithTheSamePassword(String a, String b, boolean aWaits) {
        try (Pair pair = new Pair(Sockets.open(), a, b)) {
            pair.a.peer = peer -> peer.passive(aWaits).password(Optional.of("opensesame"));
            pair.b.peer = peer -> peer.passive(!aWaits).password(Optional.of("opensesame"));
            pair.established();
        }
    }

    @Test
    void meetsAPeerWithAnotherPasswordOnlyWhenItIsCorrected() {
        try (Pair pair = new Pair(Sockets.open(), "127.11.1.1", "127.11.1.2")) {
            pair.a.peer = peer -> peer.password(Optional.of("opensesame"));
            pair.b.peer = peer -> peer.passive(true).password(Optional.of("openbarley"));
            long refused = counter("TCPMD5Failure");
            pair.start();
            await("the kernel refuses two segments", () -> counter("TCPMD5Failure") >= refused + 2);
            assertThat(pair.a.isEstablished()).isFalse();
            pair.b.peer = peer -> peer.passive(true).password(Optional.of("opensesame"));
            pair.b.host.reconfigure(pair.b.settings(pair.a));
            await("both ends are established", () -> pair.a.isEstablished() && pair.b.isEstablished());
        }
    }

    @Test
    void doesNotMeetAPeerThatSignsNothing() {
        try (Pair pair = new Pair(Sockets.open(), "127.11.1.1", "127.11.1.2")) {
            pair.b.peer = peer -> peer.passive(true).password(Optional.of("opensesame"));
            long refused = counter("TCPMD5NotFound");
            pair.start();
            await("the kernel refuses a segment", () -> counter("TCPMD5NotFound") > refused);
            assertThat(pair.a.isEstablished()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"127.11.1.1, 127.11.1.2, false", "127.11.1.1, 127.11.1.2, true", "::1, ::1, false"})
    void meetsADirectNeighbourWithTtlSecurity(String a, String b, boolean aWaits) {
        try (Pair pair = new Pair(Sockets.open(), a, b)) {
            pair.a.peer = peer -> peer.passive(aWaits);
            pair.b.peer = peer -> peer.passive(!aWaits);
            pair.a.ends = KernelOptionsTest::secured;
            pair.b.ends = KernelOptionsTest::secured;
            pair.established();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void doesNotMeetAPeerWhoseTtlIsTooLow(boolean aWaits) {
        try (Pair pair = new Pair(Sockets.open(), "127.11.1.1", "127.11.1.2")) {
            pair.a.peer = peer -> peer.passive(aWaits);
            pair.b.peer = peer -> peer.passive(!aWaits);
            pair.a.ends = KernelOptionsTest::secured;
            pair.b.ends = ends -> new PeerSockets(ends.local(), ends.remote(), false, OptionalInt.of(64));
            long refused = counter("TCPMinTTLDrop");
            pair.start();
            await("the kernel refuses a segment", () -> counter("TCPMinTTLDrop") > refused);
            assertThat(pair.a.isEstablished()).isFalse();
        }
    }

    @Test
    void meetsAnIpv4PeerOnAListenerForAllAddresses() {
        try (Pair pair = new Pair(Sockets.open(), "127.11.1.1", "127.11.1.2")) {
            pair.a.listen = Optional.of("::");
            pair.a.peer = peer -> peer.passive(true).password(Optional.of("opensesame"));
            pair.b.peer = peer -> peer.password(Optional.of("opensesame"));
            pair.a.ends = KernelOptionsTest::secured;
            pair.b.ends = KernelOptionsTest::secured;
            pair.established();
        }
    }

    @ParameterizedTest
    @CsvSource({"127.11.1.1, 0, 2", "::1, 41, 16"})
    void aListenerAnswersAsUsualOnceNobodyWantsTtlSecurity(String address, int level, int option) {
        InetSocketAddress at = new InetSocketAddress(InetAddresses.forString(address), 0);
        PeerSockets plain = PeerSockets.of(at, at);
        ChannelOption<Integer> ttl = new IntegerUnixChannelOption("TTL", level, option);
        try (Sockets sockets = Sockets.open()) {
            Channel listener = sockets.newListener(at);
            Integer usual = listener.config().getOption(ttl);
            sockets.kernel().ttl(listener, at, List.of(secured(plain)));
            assertThat(listener.config().getOption(ttl)).isEqualTo(PeerSockets.TTL_SECURE);
            sockets.kernel().ttl(listener, at, List.of(plain));
            assertThat(listener.config().getOption(ttl)).isEqualTo(usual);
            listener.unsafe().closeForcibly();
        }
    }

    private static PeerSockets secured(PeerSockets ends) {
        return new PeerSockets(ends.local(), ends.remote(), true, OptionalInt.empty());
    }

    @Test
    void saysThatAPasswordIsTooLong() {
        try (Pair pair = Pair.on(Sockets.open())) {
            pair.a.peer = peer -> peer.password(Optional.of("x".repeat(81)));
            assertThatThrownBy(pair::start)
                    .isInstanceOf(SocketProblem.class)
                    .hasMessage(
                            "the password of peer a-b is too long: TCP MD5 takes 80 octets; shorten it on both sides");
        }
    }

    /** A counter of this network namespace: names stand in one line, values below. */
    private static long counter(String name) {
        try {
            List<String> lines = Files.readAllLines(COUNTERS);
            int at = List.of(lines.get(0).split(" ")).indexOf(name);
            return Long.parseLong(lines.get(1).split(" ")[at]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

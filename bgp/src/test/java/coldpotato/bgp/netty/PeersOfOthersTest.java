package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about the other end when it is not one of ours. */
class PeersOfOthersTest {
    private static final int ROUTES = 60_000;
    private static final int UNSENT_OCTETS_MAX = (1 << 20) + (1 << 16);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesTheConnectionOfAStrangerWithoutAWord(boolean nio) throws IOException {
        InetSocketAddress stranger = new InetSocketAddress(InetAddresses.forString("127.11.4.9"), 0);
        try (Pair pair = pair(nio)) {
            pair.a.start(pair.b);
            try (RawPeer raw = new RawPeer(stranger, pair.a.address)) {
                assertThat(raw.read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void queuesLittleForAPeerThatDoesNotReadAndAllOfItArrivesLater(boolean nio) throws IOException {
        try (Pair pair = pair(nio)) {
            pair.a.peer = peer -> peer.passive(true);
            pair.a.start(pair.b);
            try (RawPeer raw = new RawPeer(pair.b.address, pair.a.address)) {
                raw.open(pair.b.asn);
                await("the session is up", pair.a::isEstablished);
                originate(pair.a.host);
                await("the buffer is full", () -> pair.a.host.unsentOctets(Pair.SESSION) > 256 << 10);
                assertThat(pair.a.host.unsentOctets(Pair.SESSION)).isLessThan(UNSENT_OCTETS_MAX);
                raw.readUpdates(ROUTES);
                await("the buffer is empty", () -> pair.a.host.unsentOctets(Pair.SESSION) == 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsTheSessionOfAPeerThatDoesNotReadForTheSendHoldTime(boolean nio) throws IOException {
        try (Pair pair = pair(nio)) {
            pair.a.peer = peer -> peer.passive(true).timers(Pair.FAST.withSendHold(Durations.seconds(1)));
            pair.a.start(pair.b);
            try (RawPeer raw = new RawPeer(pair.b.address, pair.a.address)) {
                raw.open(pair.b.asn);
                await("the session is up", pair.a::isEstablished);
                originate(pair.a.host);
                await("the session ends", () -> !pair.a.endings().isEmpty());
                assertThat(pair.a.endings().get(0)).startsWith("send hold timer");
                await("what was queued is thrown away", () -> pair.a.host.unsentOctets(Pair.SESSION) == 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deliversItsLastMessageToAPeerThatStillTalks(boolean nio) throws IOException {
        try (Pair pair = pair(nio)) {
            pair.a.peer = peer -> peer.passive(true);
            pair.a.start(pair.b);
            try (RawPeer raw = new RawPeer(pair.b.address, pair.a.address)) {
                raw.open(pair.b.asn);
                await("the session is up", pair.a::isEstablished);
                pair.a.host.input(0, (speaker, now) -> speaker.stopPeer(now, Pair.SESSION, "enough"));
                raw.keepTalking(1000);
                assertThat(raw.typeOfLastMessage()).isEqualTo(RawPeer.NOTIFICATION);
            }
        }
    }

    private static Pair pair(boolean nio) {
        return new Pair(nio ? Sockets.nio() : Sockets.open(), "127.11.4.1", "127.11.4.2");
    }

    /** Routes that all differ in an attribute, so that each takes an UPDATE of its own. */
    private static void originate(NettyHost host) {
        host.input(0, (speaker, now) -> {
            for (int i = 0; i < ROUTES; i++) {
                speaker.originate(
                        now,
                        new Prefix(IpAddress.ipv4(0x0a000000 + (i << 4)), 28),
                        PathAttributes.builder(IpAddress.ipv4(0)).med(i).build());
            }
        });
    }
}

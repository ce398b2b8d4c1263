package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.netty.EverythingReachable;
import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.scenarios.live.ControlAnswer.Outcome;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two speakers that run on their own, one of which is asked how it stands. */
class SpeakerControlTest {
    private static final int TENTHS_OF_A_SECOND_MAX = 300;

    private final Sockets sockets = Sockets.nio();
    private final SessionHistory history = new SessionHistory(TraceSink.NONE);
    private NettyHost near;
    private NettyHost far;
    private SpeakerControl control;

    @BeforeEach
    void comeUp() throws IOException {
        InetSocketAddress here = free("127.17.0.1");
        InetSocketAddress there = free("127.17.0.2");
        near = host("near", 65500, here, 65400, there, true, history);
        far = host("far", 65400, there, 65500, here, false, TraceSink.NONE);
        near.start();
        far.start();
        far.input(
                0,
                (speaker, now) -> speaker.originate(
                        now,
                        Prefix.parse("10.20.0.0/16"),
                        PathAttributes.builder(IpAddress.ipv4(0)).build()));
        control = new SpeakerControl(sockets, near, history);
        await(() -> near.ask(speaker -> speaker.rib(AfiSafi.IPV4_UNICAST).size() > 0));
    }

    @AfterEach
    void stop() {
        near.stop("");
        far.stop("");
        sockets.close();
    }

    private NettyHost host(
            String name,
            int asn,
            InetSocketAddress at,
            int peerAsn,
            InetSocketAddress peer,
            boolean waits,
            TraceSink to) {
        PeerConfig config = PeerConfig.builder("session", address(at), address(peer))
                .asns(asn, peerAsn)
                .passive(waits)
                .build();
        IpAddress id = address(at);
        return new NettyHost(
                sockets,
                new HostSettings(
                        name,
                        new SpeakerConfig(asn, id, id, DecisionProcess.RFC4271, ImmutableMap.of("session", config)),
                        1,
                        ImmutableSet.of(at),
                        ImmutableMap.of("session", PeerSockets.of(new InetSocketAddress(at.getAddress(), 0), peer))),
                new EverythingReachable(),
                to);
    }

    private static IpAddress address(InetSocketAddress socket) {
        return IpAddress.ofBytes(socket.getAddress().getAddress());
    }

    private static InetSocketAddress free(String address) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddresses.forString(address))) {
            return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        }
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < TENTHS_OF_A_SECOND_MAX && !condition.getAsBoolean(); i++) {
            Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(100));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private String shown(String... words) {
        ControlAnswer answer = control.apply(ControlRequest.of("show", words));
        assertThat(answer.outcome()).as(answer.text()).isEqualTo(Outcome.DONE);
        return answer.text();
    }

    private String refused(ControlRequest request) {
        ControlAnswer answer = control.apply(request);
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        return answer.text();
    }

    @Test
    void summaryHasTheColumnsOfRouters() {
        assertThat(shown("bgp", "summary"))
                .startsWith("near at 0")
                .contains("BGP router identifier 127.17.0.1, local AS number 65500")
                .containsPattern("\n127.17.0.2 +4 +65400 +\\d+ +\\d+ +00:0\\d:\\d\\d +1 +0 +session\n");
    }

    @Test
    void tablesAndEntriesAreShown() {
        assertThat(shown("bgp")).containsPattern("\\*> +10.20.0.0/16 +127.17.0.2 .* 65400 i");
        assertThat(shown("bgp", "10.20.1.4"))
                .contains("BGP routing table entry for 10.20.0.0/16")
                .contains("next hop 127.17.0.2, from 127.17.0.2, session session");
    }

    @Test
    void neighborsTellWhyASessionLastEnded() {
        assertThat(shown("neighbors")).containsPattern("session +127.17.0.2 +Established .* never");
        far.stop("going home");
        await(() -> !near.ask(speaker -> speaker.peers().stream().allMatch(PeerView::isEstablished)));
        assertThat(shown("neighbors")).doesNotContain("Established").doesNotContain("never\n");
    }

    @Test
    void aTableThatWouldKeepTheSpeakerBusyIsRefusedAndItsEntriesAreNot() {
        near.input(0, (speaker, now) -> IntStream.range(0, 20_000)
                .mapToObj(i -> Prefix.parse("11." + i / 256 + "." + i % 256 + ".0/24"))
                .forEach(prefix -> speaker.originate(
                        now, prefix, PathAttributes.builder(IpAddress.ipv4(0)).build())));
        await(() -> near.ask(speaker -> speaker.rib(AfiSafi.IPV4_UNICAST).size() > 20_000));
        assertThat(refused(ControlRequest.of("show", "bgp")))
                .startsWith("the table has 20001 prefixes, and show bgp lists up to 20000 ");
        assertThat(shown("bgp", "10.20.1.4")).contains("10.20.0.0/16");
    }

    @Test
    void programsGetADocument() {
        ControlAnswer answer =
                control.apply(ControlRequest.of("show", "neighbors").with("json", ""));
        assertThat(answer.text()).contains("\"format\" : \"coldpotato-show\"", "\"node\" : \"near\"");
    }

    @Test
    void whatItDoesNotKnowIsRefusedWithAHint() {
        assertThat(refused(ControlRequest.of("fail", "x"))).contains("answers show only, not fail");
        assertThat(refused(ControlRequest.of("show", "neighbours"))).contains("did you mean neighbors?");
        assertThat(refused(ControlRequest.of("show", "bgp", "192.0.2.0/24")))
                .isEqualTo("192.0.2.0/24 is not in the BGP table of near; it knows 10.20.0.0/16\n");
        assertThat(List.of("routes", "fib"))
                .allMatch(table -> refused(ControlRequest.of("show", table)).startsWith("there is no table"));
    }
}

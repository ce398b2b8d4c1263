package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Luck;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which packets come in, and how ours go out. */
class BfdSocketsTest {
    /** No other run uses it at the same time. */
    private static final int PORT = 12000 + (int) (ProcessHandle.current().pid() % 8000);

    private static final String HERE = BfdHostTest.address(3);
    private static final String THERE = BfdHostTest.address(4);
    private static final String ELSEWHERE = BfdHostTest.address(5);

    private static final Luck LUCK = Luck.of(1, "here", "loss");

    private final Sockets sockets = Sockets.open();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private BfdSockets here;
    private BfdSockets there;

    @BeforeEach
    void open() {
        assumeTrue(sockets.kernel().singleHopBfd(), "this machine has no single-hop BFD");
        here = new BfdSockets(sockets, sockets.bfdLoop(), LUCK, (peer, packet) -> received.add(peer + " " + packet[0]));
        there = new BfdSockets(sockets, sockets.bfdLoop(), LUCK, (peer, packet) -> {});
    }

    @AfterEach
    void close() {
        if (here != null) {
            here.close();
            there.close();
        }
        sockets.close();
    }

    private static HostSettings settings(String node, String local, String remote) {
        PeerConfig peer = PeerConfig.builder("to-" + remote, IpAddress.parse(local), IpAddress.parse(remote))
                .asns(65001, 65002)
                .bfd(Optional.of(BfdTimers.DEFAULT))
                .build();
        IpAddress id = IpAddress.ipv4(1);
        return new HostSettings(
                node,
                new SpeakerConfig(65001, id, id, DecisionProcess.RFC4271, ImmutableMap.of(peer.name(), peer)),
                1,
                ImmutableSet.of(),
                ImmutableMap.of(peer.name(), PeerSockets.of(at(local, 0), at(remote, 0))),
                PORT);
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddresses.forString(address), port);
    }

    /** From a socket like any other, which does not send with TTL 255. */
    private static void sendPlainly(String from, String to, int octet) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(at(from, 0))) {
            socket.send(new DatagramPacket(new byte[] {(byte) octet}, 1, at(to, PORT)));
        }
    }

    private void awaitPackets(int number) {
        await(number + " packets came", () -> received.size() >= number);
    }

    @Test
    void packetsThatMayHaveCrossedARouterAreDropped() throws IOException {
        here.adopt(settings("here", HERE, THERE));
        there.adopt(settings("there", THERE, HERE));
        sendPlainly(THERE, HERE, 1);
        there.send("to-" + HERE, new byte[] {2});
        awaitPackets(1);
        assertThat(received).containsExactly("to-" + THERE + " 2");
    }

    @Test
    void theHopLimitOfIpv6IsLookedAtToo() throws IOException {
        here.adopt(settings("here", "::1", "::1"));
        sendPlainly("::1", "::1", 1);
        here.send("to-::1", new byte[] {2});
        awaitPackets(1);
        assertThat(received).containsExactly("to-::1 2");
    }

    @Test
    void anOpenGateLosesTheShareThatItIsToldTo() {
        here.adopt(settings("here", HERE, THERE));
        there.adopt(settings("there", THERE, HERE));
        there.gate("to-" + HERE, new Gate(Gate.Direction.PASS, Gate.Direction.PASS, 0.5, 0));
        for (int i = 0; i < 100; i++) {
            there.send("to-" + HERE, new byte[] {1});
        }
        there.gate("to-" + HERE, Gate.OPEN);
        there.send("to-" + HERE, new byte[] {2});
        await("the last packet came", () -> received.contains("to-" + THERE + " 2"));
        assertThat(received).hasSizeBetween(30, 70);
    }

    @Test
    void strangersAreDropped() {
        here.adopt(settings("here", HERE, ELSEWHERE));
        there.adopt(settings("there", THERE, HERE));
        there.send("to-" + HERE, new byte[] {1});
        there.close();
        there.adopt(settings("elsewhere", ELSEWHERE, HERE));
        there.send("to-" + HERE, new byte[] {2});
        awaitPackets(1);
        assertThat(received).containsExactly("to-" + ELSEWHERE + " 2");
    }

    @Test
    void packetsOfAGateThatIsShutAreLost() {
        here.adopt(settings("here", HERE, THERE));
        there.adopt(settings("there", THERE, HERE));
        there.gate("to-" + HERE, Gate.SILENT);
        there.send("to-" + HERE, new byte[] {1});
        there.gate("to-" + HERE, Gate.OPEN);
        there.send("to-" + HERE, new byte[] {2});
        awaitPackets(1);
        assertThat(received).containsExactly("to-" + THERE + " 2");
    }

    @Test
    void sendsFromAPortOfTheRangeForSingleHops() throws IOException {
        try (DatagramSocket neighbour = new DatagramSocket(at(THERE, PORT))) {
            here.adopt(settings("here", HERE, THERE));
            here.send("to-" + THERE, new byte[] {1});
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            neighbour.receive(packet);
            assertThat(packet.getPort()).isBetween(49152, 65535);
        }
    }

    @Test
    void aPortInUseIsAProblemWithAWayOut() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(at(HERE, PORT))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> here.adopt(settings("here", HERE, THERE)))
                    .isInstanceOf(SocketProblem.class)
                    .hasMessage(
                            "cannot use " + HERE + ":" + PORT + " for BFD: the port is in use; stop the other daemon"
                                    + " (ss -lunp) or take `bfd` away from its peers");
        }
        here.adopt(settings("here", HERE, THERE));
    }

    @Test
    void aDaemonThatListensOnAllAddressesLeavesUsOurs() throws IOException {
        try (DatagramSocket everywhere = new DatagramSocket(null)) {
            everywhere.setReuseAddress(true);
            everywhere.bind(new InetSocketAddress(PORT));
            here.adopt(settings("here", HERE, THERE));
            there.adopt(settings("there", THERE, HERE));
            there.send("to-" + HERE, new byte[] {1});
            awaitPackets(1);
        }
    }

    @Test
    void anAddressOfAnotherMachineIsAProblemWithAWayOut() {
        assertThatThrownBy(() -> here.adopt(settings("here", "192.0.2.1", "192.0.2.2")))
                .isInstanceOf(SocketProblem.class)
                .hasMessageContaining("the address is not on this machine; add it (ip addr add 192.0.2.1 dev ...)");
    }

    @Test
    void fallingSilentWaitsForNobody() {
        Thread adopting = new Thread(() -> here.adopt(settings("here", HERE, THERE)));
        Future<?> silent = new Standstill(sockets.bfdLoop()).until(adopting, here::freeze);
        await("it fell silent", silent::isDone);
    }

    @Test
    void aNeighbourThatMovedIsHeardAtItsNewAddressOnly() {
        here.adopt(settings("here", HERE, THERE));
        here.adopt(settings("here", HERE, ELSEWHERE));
        there.adopt(settings("there", THERE, HERE));
        there.send("to-" + HERE, new byte[] {1});
        there.close();
        there.adopt(settings("elsewhere", ELSEWHERE, HERE));
        there.send("to-" + HERE, new byte[] {2});
        awaitPackets(1);
        assertThat(received).containsExactly("to-" + ELSEWHERE + " 2");
    }
}

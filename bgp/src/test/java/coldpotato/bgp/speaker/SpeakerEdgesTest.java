package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.speaker.SpeakerLab.Router;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.bgp.wire.RouteRefreshMessage;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes wrong at the edges: two connections at once, limits, waits, neighbours that change their minds. */
class SpeakerEdgesTest {
    private final SpeakerLab lab = new SpeakerLab();

    /** A host that only writes down what the speaker does. */
    static final class Recorder implements Transport, Forwarding {
        final List<String> log = new ArrayList<>();
        final Map<Long, List<byte[]>> sent = new LinkedHashMap<>();
        final List<Long> connects = new ArrayList<>();
        final List<Long> closed = new ArrayList<>();

        public void connect(String peer, long c) {
            connects.add(c);
            log.add("connect " + c);
        }

        public void send(long c, byte[] b) {
            sent.computeIfAbsent(c, x -> new ArrayList<>()).add(b);
            log.add("send " + c + " type " + b[18]);
        }

        public boolean isWritable(long c) {
            return true;
        }

        public void close(long c, boolean abort) {
            closed.add(c);
            log.add("close " + c);
        }

        public void bestPathChanged(long now, RibChange change) {
            log.add("best " + change.prefix() + " " + change.after().best().isPresent());
        }

        public long track(IpAddress n) {
            return 0;
        }

        public void untrack(IpAddress n) {}
    }

    static final IpAddress ME = IpAddress.parse("192.0.2.1");
    static final IpAddress YOU = IpAddress.parse("192.0.2.2");
    final Recorder host = new Recorder();
    final Trace trace = new Trace(EnumSet.allOf(TraceKind.class));
    final List<String> dead = new ArrayList<>();
    final BfdSpeaker bfd = new BfdSpeaker("r", trace, 1, (peer, packet) -> {}, (now, peer, cause) -> dead.add(peer));
    static final long ACC = Transport.ACCEPTED_FIRST;

    private BgpSpeaker speaker(PeerConfigBuilder peer) {
        PeerConfig p = peer.build();
        return new BgpSpeaker(
                "r",
                new SpeakerConfig(65001, ME, ME, DecisionProcess.RFC4271, ImmutableMap.of(p.name(), p)),
                host,
                host,
                bfd,
                trace,
                1,
                new AttributePool(),
                Budget.UNLIMITED);
    }

    private static PeerConfigBuilder peer() {
        return PeerConfig.builder("p", ME, YOU).asns(65001, 65002);
    }

    private static byte[] open(ImmutableSet<AfiSafi> f) {
        return MessageEncoder.encode(OpenMessage.offering(65002, 180, YOU, f));
    }

    private static final ImmutableSet<AfiSafi> V4 = ImmutableSet.of(AfiSafi.IPV4_UNICAST);
    private static final ImmutableSet<AfiSafi> BOTH = ImmutableSet.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST);

    @Test
    void clientsOfOneLocalAddressHearEachOther() {
        Router reflector = lab.router("reflector", 65009);
        Router client1 = lab.router("client1", 65009);
        Router client2 = lab.router("client2", 65009);
        lab.join("r1", reflector, client1).join("r2", reflector, client2);
        IpAddress loopback = IpAddress.parse("10.255.0.1");
        for (String s : List.of("r1", "r2")) {
            reflector.change(s, p -> p.routeReflectorClient(true));
            reflector.change(
                    s, p -> p.addresses(loopback, reflector.peers.get(s).remoteAddress()));
        }
        lab.start();
        client1.originate("10.1.0.0/16");
        client2.originate("10.2.0.0/16");
        lab.pass("1s");
        assertThat(client2.best("10.1.0.0/16")).isNotNull();
        assertThat(client1.best("10.2.0.0/16")).isNotNull();
    }

    @Test
    void aWiderImportPolicyMayExceedThePrefixLimit() {
        Router a = lab.router("a", 65001);
        Router b = lab.router("b", 65002);
        lab.join("ab", a, b);
        b.change("ab", p -> p.importPolicy(Policy.REFUSE_ALL)
                .prefixLimit(Optional.of(new PrefixLimit(1, Durations.seconds(60), false))));
        lab.start();
        a.originate("10.1.0.0/16");
        a.originate("10.2.0.0/16");
        lab.pass("1s");
        b.change("ab", p -> p.importPolicy(Policy.ACCEPT_ALL));
        b.speaker.reconfigure(lab.now(), b.config());
        lab.pass("1s");
        assertThat(b.peer("ab").lastEnding()).isEqualTo("prefix limit");
    }

    @Test
    void ipv6RoutesOverAnIpv4Session() {
        Router a = lab.router("a", 65001);
        Router b = lab.router("b", 65002);
        lab.join("ab", a, b);
        a.change("ab", p -> p.families(BOTH));
        b.change("ab", p -> p.families(BOTH));
        lab.start();
        a.originate("2001:db8::/32");
        lab.pass("1s");
        assertThat(a.peer("ab").isEstablished()).isTrue();
    }

    @Test
    void anExceptionDoesNotLockTheSpeaker() {
        BgpSpeaker s = speaker(peer());
        try {
            s.stopPeer(0, "nobody", "x");
        } catch (IllegalArgumentException expected) {
        }
        s.start(1);
    }

    @Test
    void aContenderWhoseConnectionBreaksIsForgotten() {
        BgpSpeaker s = speaker(peer());
        s.start(0);
        s.accepted(1, "p", ACC);
        s.closed(2, ACC);
        s.accepted(3, "p", ACC + 1);
        assertThat(host.closed).doesNotContain(ACC + 1);
    }

    @Test
    void theWaitAfterThePrefixLimitIsKeptThoughAContenderOnceBroke() {
        BgpSpeaker s = speaker(peer().prefixLimit(Optional.of(new PrefixLimit(0, Durations.seconds(60), true))));
        up(s, 0, V4);
        s.accepted(5, "p", ACC);
        s.closed(6, ACC);
        s.received(7, 0, update("10.1.0.0/16"));
        assertThat(s.peers().get(0).state()).isEqualTo(FsmState.IDLE);
    }

    /** The peer may have taken the agreed connection for Established already; an OPEN on the late one would cost both. */
    @Test
    void aConnectionThatOpensAfterAnotherOneWasAgreedToIsGivenUp() {
        BgpSpeaker s = speaker(peer());
        s.start(0);
        s.accepted(1, "p", ACC);
        s.received(2, ACC, MessageEncoder.encode(OpenMessage.offering(65002, 180, IpAddress.parse("10.0.0.1"), V4)));
        s.connected(3, 0);
        s.received(4, ACC, MessageEncoder.keepalive());
        assertThat(s.peers().get(0).isEstablished()).isTrue();
        assertThat(host.closed).containsExactly(0L);
        assertThat(host.sent).doesNotContainKey(0L);
    }

    @Test
    void aResetEndsTheContenderToo() {
        BgpSpeaker s = speaker(peer().interfaceName(Optional.of("eth0")));
        s.start(0);
        s.connected(1, 0);
        s.accepted(2, "p", ACC);
        s.interfaceDown(3, "eth0");
        assertThat(host.closed).contains(ACC);
    }

    private void up(BgpSpeaker s, long at, ImmutableSet<AfiSafi> f) {
        s.start(at);
        s.connected(at + 1, 0);
        s.received(at + 2, 0, open(f));
        s.received(at + 3, 0, MessageEncoder.keepalive());
        assertThat(s.peers().get(0).isEstablished()).isTrue();
    }

    private static CodecContext ctx(ImmutableSet<AfiSafi> f) {
        return Negotiation.of(OpenMessage.offering(65002, 180, YOU, f), OpenMessage.offering(65001, 180, ME, f), false)
                .context();
    }

    private static byte[] update(String... prefixes) {
        List<byte[]> out = new ArrayList<>();
        MessageEncoder.encodeAnnouncements(
                AfiSafi.IPV4_UNICAST,
                PathAttributes.builder(YOU).asPath(AsPath.of(65002)).build(),
                Arrays.stream(prefixes).map(Prefix::parse).toList(),
                ctx(V4),
                out::add);
        return out.get(0);
    }

    @Test
    void anUpdateOfTwoFamiliesLeavesNothingAfterThePrefixLimit() {
        BgpSpeaker s = speaker(
                peer().families(BOTH).prefixLimit(Optional.of(new PrefixLimit(0, Durations.seconds(60), true))));
        up(s, 0, BOTH);
        // One UPDATE: MP_REACH_NLRI with 2001:db8::/32, and 10.1.0.0/16 in the old place.
        List<byte[]> v6 = new ArrayList<>();
        MessageEncoder.encodeAnnouncements(
                AfiSafi.IPV6_UNICAST,
                PathAttributes.builder(IpAddress.parse("2001:db8::2"))
                        .asPath(AsPath.of(65002))
                        .build(),
                List.of(Prefix.parse("2001:db8::/32")),
                ctx(BOTH),
                v6::add);
        byte[] m = v6.get(0);
        byte[] nextHop = {0x40, 3, 4, (byte) 192, 0, 2, 2};
        byte[] nlri = {16, 10, 1};
        byte[] both = Arrays.copyOf(m, m.length + nextHop.length + nlri.length);
        System.arraycopy(nextHop, 0, both, m.length, nextHop.length);
        System.arraycopy(nlri, 0, both, m.length + nextHop.length, nlri.length);
        both[16] = (byte) (both.length >> 8);
        both[17] = (byte) both.length;
        int attrs = ((m[21] & 0xff) << 8 | m[22] & 0xff) + nextHop.length;
        both[21] = (byte) (attrs >> 8);
        both[22] = (byte) attrs;
        s.received(10, 0, both);
        assertThat(s.peers().get(0).isEstablished()).isFalse();
        assertThat(s.rib(AfiSafi.IPV6_UNICAST).size()).isZero();
        assertThat(s.rib(AfiSafi.IPV4_UNICAST).size()).isZero();
    }

    @Test
    void aSecondConnectionDuringDelayOpenDoesNoHarm() {
        SessionTimers d = SessionTimers.DEFAULT;
        BgpSpeaker s = speaker(peer().passive(true)
                .timers(new SessionTimers(
                        d.holdNanos(),
                        d.keepaliveNanos(),
                        d.connectRetryNanos(),
                        Durations.seconds(5),
                        d.idleHoldNanos(),
                        0,
                        0)));
        s.start(0);
        s.accepted(1, "p", ACC);
        s.accepted(2, "p", ACC + 1);
    }

    @Test
    void failuresInARowDoubleTheWait() {
        // The neighbour connects to us and is refused for its AS, again and again.
        BgpSpeaker s = speaker(peer().asns(65001, 64999));
        List<Long> waits = new ArrayList<>();
        long now = 0;
        s.start(now);
        long conn = 0;
        for (int i = 0; i < 4; i++) {
            s.accepted(++now, "p", ACC + 10 * i);
            s.connected(++now, conn++);
            s.received(++now, ACC + 10 * i, open(V4));
            s.received(++now, conn - 1, open(V4));
            assertThat(s.peers().get(0).state()).isEqualTo(FsmState.IDLE);
            long next = s.nextDeadlineNanos();
            waits.add((next - now) / 1_000_000_000L);
            now = next;
            s.deadlineReached(now);
        }
        assertThat(waits.get(3)).isGreaterThan(15);
    }

    @Test
    void beginAndEndOfRefreshAreNotAnswered() {
        BgpSpeaker s = speaker(peer());
        up(s, 0, V4);
        s.originate(
                5,
                Prefix.parse("10.0.0.0/8"),
                PathAttributes.builder(IpAddress.ipv4(0)).build());
        int before = host.sent.get(0L).size();
        s.received(6, 0, MessageEncoder.encode(new RouteRefreshMessage(1, RouteRefreshMessage.BEGIN, 1)));
        assertThat(host.sent.get(0L)).hasSize(before);
    }

    @Test
    void nextHopPeerIsTheOwnAddressOfEachNeighbour() {
        Policy policy = new Policy("np", ImmutableList.of(), PolicyRule.always("x", PolicyAction.ACCEPT));
        Router m = lab.router("m", 65001);
        Router a = lab.router("a", 65002);
        Router b = lab.router("b", 65003);
        lab.join("ma", m, a).join("mb", m, b);
        IpAddress one = IpAddress.parse("10.255.0.1");
        for (String s : List.of("ma", "mb")) {
            m.change(s, p -> p.addresses(one, m.peers.get(s).remoteAddress()));
        }
        lab.start();
        a.originate("10.1.0.0/16");
        b.originate("10.2.0.0/16");
        lab.pass("1s");
        assertThat(b.bestPath("10.1.0.0/16")).isEqualTo("65001 65002");
        assertThat(a.bestPath("10.2.0.0/16")).isEqualTo("65001 65003");
    }

    @Test
    void aDiscardedMachineStaysQuiet() {
        SessionTimers d = SessionTimers.DEFAULT;
        BgpSpeaker s = speaker(
                peer().timers(new SessionTimers(d.holdNanos(), d.keepaliveNanos(), d.connectRetryNanos(), 0, 0, 0, 0)));
        s.start(0);
        s.connected(1, 0); // main OpenSent, hold timer 240 s
        s.accepted(Durations.seconds(100), "p", ACC);
        s.deadlineReached(1 + Durations.seconds(240));
        assertThat(host.connects).hasSize(1);
    }

    @Test
    void aNeighbourThatTurnsBfdOffIsNoFailure() {
        BgpSpeaker s = speaker(peer().bfd(Optional.of(BfdTimers.DEFAULT)));
        up(s, 0, V4);
        bfd.datagram(10, "p", packet(1, 0, 77)); // Down
        bfd.datagram(11, "p", packet(3, 1, 77)); // Up
        assertThat(bfd.view("p").orElseThrow().state()).isEqualTo(BfdState.UP);
        bfd.datagram(12, "p", packet(0, 1, 77)); // AdminDown
        assertThat(dead).isEmpty();
    }

    private static byte[] packet(int state, int your, int my) {
        return java.nio.ByteBuffer.allocate(24)
                .put((byte) 0x20)
                .put((byte) (state << 6))
                .put((byte) 3)
                .put((byte) 24)
                .putInt(my)
                .putInt(your)
                .putInt(1_000_000)
                .putInt(1_000_000)
                .putInt(0)
                .array();
    }

    @Test
    void hurryInActiveDropsTheConnectionThatWaitsForDelayOpen() {
        SessionTimers d = SessionTimers.DEFAULT;
        BgpSpeaker s = speaker(peer().interfaceName(Optional.of("eth0"))
                .timers(new SessionTimers(
                        d.holdNanos(),
                        d.keepaliveNanos(),
                        d.connectRetryNanos(),
                        Durations.seconds(5),
                        d.idleHoldNanos(),
                        0,
                        0)));
        s.start(0);
        s.connected(1, 0);
        s.closed(2, 0); // Connect with DelayOpen running: to Active
        s.accepted(3, "p", ACC); // Active, DelayOpen running
        s.interfaceUp(4, "eth0");
        assertThat(host.closed).contains(ACC);
    }

    @Test
    void anInterfaceThatFlapsDoesNotEndThePenaltyOfThePrefixLimit() {
        BgpSpeaker s = speaker(peer().interfaceName(Optional.of("eth0"))
                .prefixLimit(Optional.of(new PrefixLimit(0, Durations.seconds(60), true))));
        up(s, 0, V4);
        s.received(7, 0, update("10.1.0.0/16"));
        s.interfaceUp(8, "eth0");
        assertThat(s.peers().get(0).state()).isEqualTo(FsmState.IDLE);
    }
}

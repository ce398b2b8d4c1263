package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.speaker.SpeakerLab.Router;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Sessions of whole speakers, joined by wires: up, down, and why.
 *
 * <pre>
 *   a (AS 65001) --ab-- b (AS 65002) --bc-- c (AS 65003)
 * </pre>
 */
class BgpSpeakerTest {
    private final SpeakerLab lab = new SpeakerLab();
    private final Router a = lab.router("a", 65001);
    private final Router b = lab.router("b", 65002);
    private final Router c = lab.router("c", 65003);

    private void line() {
        lab.join("ab", a, b).join("bc", b, c);
    }

    @Test
    void bringsSessionsUpThoughBothEndsConnectAtOnce() {
        line();
        lab.start();
        assertThat(a.peer("ab").isEstablished()).isTrue();
        assertThat(b.peer("ab").isEstablished()).isTrue();
        assertThat(lab.events(TraceKind.SESSION_UP)).hasSize(4);
    }

    @Test
    void noticesSilenceWhenTheHoldTimerExpires() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("10m");
        long silentSince = lab.now();
        lab.cut("ab");
        lab.pass("4m");
        TraceEvent down = lab.events(TraceKind.SESSION_DOWN).get(0);
        assertThat(down.field("reason")).isEqualTo("hold timer");
        assertThat(down.timeNanos() - silentSince).isBetween(Durations.seconds(119), Durations.seconds(181));
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("none");
    }

    @Test
    void comesBackAfterTheSilenceEnds() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.cut("ab");
        lab.pass("20m");
        lab.mend("ab");
        lab.pass("10m");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("65002 65001");
    }

    @Test
    void everyLostRouteIsBecauseOfTheSessionThatWentDown() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        b.speaker.interfaceDown(lab.now(), "ab");
        lab.pass("1s");
        TraceEvent lost = lastOf(lab.events(TraceKind.BEST_PATH));
        assertThat(lab.trace.causesOf(lost)).anyMatch(e -> e.kind() == TraceKind.SESSION_DOWN);
    }

    @Test
    void whatHappensToOneNeighbourIsNoCauseOfWhatHappensToTheNext() {
        line();
        lab.start();
        assertThat(lab.events(TraceKind.SESSION_STATE))
                .filteredOn(e -> e.node().equals("b") && e.timeNanos() == 0)
                .isNotEmpty()
                .allMatch(e -> e.cause() == 0);
    }

    @Test
    void theLowerHoldTimeCounts() {
        line();
        a.change("ab", p -> p.timers(SessionTimers.DEFAULT.withHold(Durations.seconds(30), Durations.seconds(10))));
        lab.start();
        assertThat(b.peer("ab").negotiation().orElseThrow().holdTimeSeconds()).isEqualTo(30);
    }

    @Test
    void aHoldTimeOfZeroMeansNoTimersAtAll() {
        line();
        a.change("ab", p -> p.timers(SessionTimers.DEFAULT.withHold(0, Durations.seconds(60))));
        lab.start();
        lab.cut("ab");
        lab.pass("1h");
        assertThat(a.peer("ab").isEstablished()).isTrue();
    }

    @Test
    void refusesAPeerOfAnotherAs() {
        line();
        a.change("ab", p -> p.asns(65001, 64999));
        lab.start();
        assertThat(a.peer("ab").isEstablished()).isFalse();
        assertThat(lab.events(TraceKind.PEER_FAULT).get(0).field("fault")).contains("Bad Peer AS");
    }

    @Test
    void tearsDownOnOnePrefixTooManyAndComesBackWhenTheCountIsLegal() {
        line();
        b.change("ab", p -> p.prefixLimit(Optional.of(new PrefixLimit(2, Durations.seconds(60), true))));
        lab.start();
        a.originate("10.1.0.0/16");
        a.originate("10.2.0.0/16");
        lab.pass("1s");
        assertThat(b.peer("ab").isEstablished()).isTrue();
        Prefix third = a.originate("10.3.0.0/16");
        lab.pass("1s");
        assertThat(b.peer("ab").lastEnding()).isEqualTo("prefix limit");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("none");
        a.speaker.withdraw(lab.now(), third);
        lab.pass("10m");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("65002 65001");
    }

    @Test
    void aLimitThatOnlyWarnsIsToldOnceEachWay() {
        line();
        b.change("ab", p -> p.prefixLimit(Optional.of(PrefixLimit.warning(1))));
        lab.start();
        a.originate("10.1.0.0/16");
        Prefix second = a.originate("10.2.0.0/16");
        a.originate("10.3.0.0/16");
        lab.pass("1s");
        a.speaker.withdraw(lab.now(), Prefix.parse("10.3.0.0/16"));
        a.speaker.withdraw(lab.now(), second);
        lab.pass("1s");
        assertThat(b.peer("ab").isEstablished()).isTrue();
        assertThat(lab.events(TraceKind.PREFIX_LIMIT))
                .extracting(event -> event.field("state"))
                .containsExactly("exceeded", "kept");
    }

    @Test
    void loopsDoNotCountAgainstThePrefixLimit() {
        line();
        lab.join("again", a, b);
        a.change("again", p -> p.prefixLimit(Optional.of(new PrefixLimit(0, Durations.seconds(60), true))));
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(a.peer("again").isEstablished()).isTrue();
        b.originate("10.3.0.0/16");
        lab.pass("1s");
        assertThat(a.peer("again").lastEnding()).isEqualTo("prefix limit");
    }

    @Test
    void aShutDownPeerStaysDownUntilStarted() {
        line();
        lab.start();
        b.speaker.stopPeer(lab.now(), "ab", "maintenance");
        lab.pass("1h");
        assertThat(a.peer("ab").isEstablished()).isFalse();
        b.speaker.startPeer(lab.now(), "ab");
        lab.pass("10m");
        assertThat(a.peer("ab").isEstablished()).isTrue();
    }

    @Test
    void aResetPeerComesBackByItself() {
        line();
        lab.start();
        b.speaker.resetPeer(lab.now(), "ab", "try it");
        lab.pass("10ms");
        assertThat(a.peer("ab").isEstablished()).isFalse();
        lab.pass("5m");
        assertThat(a.peer("ab").isEstablished()).isTrue();
    }

    @Test
    void aMessageThatBreaksTheLimitInOneFamilyLeavesNothingBehindInTheOther() {
        line();
        a.change("ab", p -> p.families(ImmutableSet.copyOf(AfiSafi.values())));
        b.change("ab", p -> p.families(ImmutableSet.copyOf(AfiSafi.values()))
                .prefixLimit(Optional.of(new PrefixLimit(0, Durations.seconds(60), true))));
        lab.start();
        long connection = b.wires.keySet().iterator().next();
        b.speaker.received(lab.now(), connection, bothFamilies());
        assertThat(b.peer("ab").isEstablished()).isFalse();
        assertThat(b.speaker.rib(AfiSafi.IPV4_UNICAST).size()).isZero();
        assertThat(b.speaker.rib(AfiSafi.IPV6_UNICAST).size()).isZero();
    }

    @Test
    void clearingASessionThatWaitsTriesItAtOnce() {
        line();
        b.change("ab", p -> p.prefixLimit(Optional.of(new PrefixLimit(0, Durations.NANOS_MAX, true))));
        lab.start();
        Prefix prefix = a.originate("10.1.0.0/16");
        lab.pass("1s");
        a.speaker.withdraw(lab.now(), prefix);
        lab.pass("1h");
        assertThat(b.peer("ab").isEstablished()).isFalse();
        b.speaker.resetPeer(lab.now(), "ab", "limit raised");
        lab.pass("5m");
        assertThat(b.peer("ab").isEstablished()).isTrue();
    }

    @Test
    void bfdNoticesSilenceInUnderASecond() {
        line();
        a.change("ab", p -> p.bfd(Optional.of(BfdTimers.DEFAULT)));
        b.change("ab", p -> p.bfd(Optional.of(BfdTimers.DEFAULT)));
        lab.start();
        long silentSince = lab.now();
        lab.cut("ab");
        lab.pass("5s");
        assertThat(lab.events(TraceKind.SESSION_DOWN))
                .hasSize(2)
                .allMatch(down -> down.field("reason").equals("bfd"))
                .allMatch(down -> down.timeNanos() - silentSince < Durations.seconds(1));
    }

    @Test
    void bfdThatTheNeighbourDoesNotSpeakHarmsNothing() {
        line();
        a.change("ab", p -> p.bfd(Optional.of(BfdTimers.DEFAULT)));
        lab.start();
        lab.pass("1h");
        assertThat(lab.events(TraceKind.SESSION_DOWN)).isEmpty();
    }

    @Test
    void newTimersCountFromTheNextSessionOn() {
        line();
        lab.start();
        b.change("bc", p -> p.timers(SessionTimers.DEFAULT.withHold(Durations.seconds(30), Durations.seconds(10))));
        b.speaker.reconfigure(lab.now(), b.config());
        lab.pass("5m");
        assertThat(c.peer("bc").negotiation().orElseThrow().holdTimeSeconds()).isEqualTo(180);
        b.speaker.resetPeer(lab.now(), "bc", "new timers");
        lab.pass("5m");
        assertThat(c.peer("bc").negotiation().orElseThrow().holdTimeSeconds()).isEqualTo(30);
    }

    @Test
    void bfdIsTurnedOnAndOffWithoutHarmToTheSession() {
        line();
        lab.start();
        for (Router router : List.of(a, b)) {
            router.change("ab", p -> p.bfd(Optional.of(BfdTimers.DEFAULT)));
            router.speaker.reconfigure(lab.now(), router.config());
        }
        lab.pass("10s");
        assertThat(a.bfd.view("ab").orElseThrow().state()).isEqualTo(BfdState.UP);
        a.change("ab", p -> p.bfd(Optional.empty()));
        a.speaker.reconfigure(lab.now(), a.config());
        lab.pass("1m");
        assertThat(lab.events(TraceKind.SESSION_DOWN)).isEmpty();
    }

    private static TraceEvent lastOf(List<TraceEvent> events) {
        return events.get(events.size() - 1);
    }

    /** 2001:db8::/32 by MP_REACH_NLRI and 10.1.0.0/16 in the old place. */
    private static byte[] bothFamilies() {
        return BaseEncoding.base16()
                .lowerCase()
                .decode(
                        "ffffffffffffffffffffffffffffffff" // marker
                                + "004b" + "02" // length 75, UPDATE
                                + "0000" // nothing withdrawn
                                + "0031" // 49 octets of attributes
                                + "800e1a" + "000201" + "10" + "20010db8000000000000000000000001" + "00" + "2020010db8"
                                + "40010100" // ORIGIN IGP
                                + "400206" + "0201" + "0000fde9" // AS_PATH 65001
                                + "400304" + "c0000201" // NEXT_HOP
                                + "100a01");
    }
}

package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.speaker.SpeakerLab.Router;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whole speakers, joined by wires.
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
    void passesRoutesOnWithItsOwnAsInFront() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("65002 65001");
        assertThat(c.best("10.1.0.0/16").attributes().nextHop())
                .isEqualTo(b.peer("bc").config().localAddress());
    }

    @Test
    void withdrawsWhatItWithdrew() {
        line();
        lab.start();
        Prefix prefix = a.originate("10.1.0.0/16");
        lab.pass("1s");
        a.speaker.withdraw(lab.now(), prefix);
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("none");
    }

    @Test
    void tellsRoutesThatItKnewBeforeTheSessionCameUp() {
        line();
        lab.cut("bc");
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        lab.mend("bc");
        lab.pass("2m");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("65002 65001");
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
    void refusesPathsWithItsOwnAsUnlessAllowed() {
        Router far = lab.router("far", 65001);
        Router lenient = lab.router("lenient", 65001);
        lab.join("ab", a, b).join("bf", b, far).join("bl", b, lenient);
        lenient.change("bl", p -> p.allowAsIn(1));
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(far.speaker.rib(AfiSafi.IPV4_UNICAST).paths(Prefix.parse("10.1.0.0/16")))
                .singleElement()
                .matches(path -> !path.accepted() && path.rule().equals("own AS in the path"));
        assertThat(lenient.bestPath("10.1.0.0/16")).isEqualTo("65002 65001");
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
    void aPolicyThatIsPushedTakesEffectWithoutAReset() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        b.change("bc", p -> p.exportPolicy(Policy.REFUSE_ALL));
        b.speaker.reconfigure(lab.now(), b.config());
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("none");
        b.change("bc", p -> p.exportPolicy(Policy.ACCEPT_ALL));
        b.speaker.reconfigure(lab.now(), b.config());
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("65002 65001");
        assertThat(lab.events(TraceKind.SESSION_DOWN)).isEmpty();
    }

    @Test
    void anImportPolicyThatIsPushedIsAppliedToWhatIsThere() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        b.change("ab", p -> p.importPolicy(Policy.REFUSE_ALL));
        b.speaker.reconfigure(lab.now(), b.config());
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("none");
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
        assertThat(a.speaker.bfd("ab").orElseThrow().state()).isEqualTo(BfdState.UP);
        a.change("ab", p -> p.bfd(Optional.empty()));
        a.speaker.reconfigure(lab.now(), a.config());
        lab.pass("1m");
        assertThat(lab.events(TraceKind.SESSION_DOWN)).isEmpty();
    }

    @Test
    void aReflectorPassesRoutesBetweenItsClients() {
        Router reflector = lab.router("reflector", 65009);
        Router client1 = lab.router("client1", 65009);
        Router client2 = lab.router("client2", 65009);
        lab.join("r1", reflector, client1).join("r2", reflector, client2);
        reflector.change("r1", p -> p.routeReflectorClient(true));
        reflector.change("r2", p -> p.routeReflectorClient(true));
        lab.start();
        client1.originate("10.1.0.0/16");
        lab.pass("1s");
        PathAttributes reflected = client2.best("10.1.0.0/16").attributes();
        assertThat(reflected.originatorId()).contains(client1.id);
        assertThat(reflected.clusterList().asList()).containsExactly(reflector.id.toInt());
        assertThat(reflected.nextHop()).isEqualTo(client1.peer("r1").config().localAddress());
    }

    @Test
    void aReflectorTellsClientsAtOneAddressWhatTheFirstOfThemSaid() {
        Router reflector = lab.router("reflector", 65009);
        Router client1 = lab.router("client1", 65009);
        Router client2 = lab.router("client2", 65009);
        lab.join("r1", reflector, client1).join("r2", reflector, client2);
        IpAddress loopback = IpAddress.parse("198.51.100.1");
        reflector.change("r1", p -> p.routeReflectorClient(true).addresses(loopback, loopback.plus(1)));
        reflector.change("r2", p -> p.routeReflectorClient(true).addresses(loopback, loopback.plus(2)));
        lab.start();
        client1.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(client2.best("10.1.0.0/16")).isNotNull();
        assertThat(client1.best("10.1.0.0/16").source().isLocal()).isTrue();
    }

    @Test
    void aPolicyThatAsksForTheNeighboursAsTellsNeighboursAtOneAddressApart() {
        Router exchange = lab.router("exchange", 65009);
        Router welcome = lab.router("welcome", 65010);
        Router unwelcome = lab.router("unwelcome", 65011);
        lab.join("x1", exchange, welcome).join("x2", exchange, unwelcome);
        Policy onlyTo65010 = new Policy(
                "only-to-65010",
                ImmutableList.of(new PolicyRule(
                        "welcome",
                        ImmutableList.of(new MatchClause.NeighbourAs(65010)),
                        ImmutableList.of(),
                        PolicyAction.ACCEPT,
                        "")));
        IpAddress address = IpAddress.parse("198.51.100.1");
        exchange.change("x1", p -> p.exportPolicy(onlyTo65010).addresses(address, address.plus(1)));
        exchange.change("x2", p -> p.exportPolicy(onlyTo65010).addresses(address, address.plus(2)));
        lab.start();
        exchange.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(welcome.bestPath("10.1.0.0/16")).isEqualTo("65009");
        assertThat(unwelcome.bestPath("10.1.0.0/16")).isEqualTo("none");
    }

    @Test
    void whatOneInternalNeighbourSaidIsNotToldToAnother() {
        Router one = lab.router("one", 65009);
        Router two = lab.router("two", 65009);
        Router three = lab.router("three", 65009);
        lab.join("12", one, two).join("23", two, three);
        lab.start();
        one.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(two.bestPath("10.1.0.0/16")).isEmpty();
        assertThat(three.bestPath("10.1.0.0/16")).isEqualTo("none");
    }

    @Test
    void noExportStopsAtTheBorderAndNoAdvertiseAtTheFirstRouter() {
        line();
        lab.start();
        originateWith("10.1.0.0/16", Community.NO_EXPORT);
        originateWith("10.2.0.0/16", Community.NO_ADVERTISE);
        lab.pass("1s");
        assertThat(b.bestPath("10.1.0.0/16")).isEqualTo("none");
        assertThat(b.bestPath("10.2.0.0/16")).isEqualTo("none");
    }

    private void originateWith(String prefix, Community community) {
        PathAttributes attributes = PathAttributes.builder(IpAddress.ipv4(0))
                .communities(List.of(community))
                .build();
        a.speaker.originate(lab.now(), Prefix.parse(prefix), attributes);
    }

    @Test
    void removesPrivateAsNumbersOnReceiptAndOnExport() {
        line();
        b.change("ab", p -> p.privateAsOnReceipt(PrivateAsRemoval.ALL).enforceFirstAs(true));
        c.change("bc", p -> p.enforceFirstAs(true));
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(b.bestPath("10.1.0.0/16")).isEmpty();
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("65002");
    }

    @Test
    void asOverrideLetsTwoSitesOfOneAsHearEachOther() {
        Router far = lab.router("far", 65001);
        line();
        lab.join("bf", b, far);
        b.change("bf", p -> p.asOverride(true));
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(far.bestPath("10.1.0.0/16")).isEqualTo("65002 65002");
    }

    @Test
    void localAsIsWhatTheNeighbourSees() {
        line();
        b.change("bc", p -> p.asns(64999, 65003));
        c.change("bc", p -> p.asns(65003, 64999));
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("64999 65002 65001");
    }

    @Test
    void holdsAnnouncementsBackForTheMrai() {
        line();
        b.change("bc", p -> p.timers(SessionTimers.DEFAULT.withMrai(Durations.seconds(30))));
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        a.originate("10.2.0.0/16");
        lab.pass("1s");
        assertThat(c.bestPath("10.2.0.0/16")).isEqualTo("none");
        lab.pass("30s");
        assertThat(c.bestPath("10.2.0.0/16")).isEqualTo("65002 65001");
    }

    @Test
    void forgetsRoutesWhoseNextHopIsGoneAndTakesThemBack() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        IpAddress nextHop = a.peer("ab").config().localAddress();
        b.speaker.nextHopChanged(lab.now(), nextHop, BgpSpeaker.UNREACHABLE);
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("none");
        b.speaker.nextHopChanged(lab.now(), nextHop, 0);
        lab.pass("1s");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("65002 65001");
    }

    private static TraceEvent lastOf(List<TraceEvent> events) {
        return events.get(events.size() - 1);
    }
}

package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.speaker.SpeakerLab.Router;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.RouteRefreshMessage;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Routes from speaker to speaker: what is told, with which attributes, and what is not.
 *
 * <pre>
 *   a (AS 65001) --ab-- b (AS 65002) --bc-- c (AS 65003)
 * </pre>
 */
class RouteExchangeTest {
    private final SpeakerLab lab = new SpeakerLab();
    private final Router a = lab.router("a", 65001);
    private final Router b = lab.router("b", 65002);
    private final Router c = lab.router("c", 65003);

    private void line() {
        lab.join("ab", a, b).join("bc", b, c);
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
        Router inside = lab.router("inside", 65001);
        line();
        lab.join("ai", a, inside);
        lab.start();
        originateWith("10.1.0.0/16", Community.NO_EXPORT);
        originateWith("10.2.0.0/16", Community.NO_ADVERTISE);
        a.originate("10.3.0.0/16");
        lab.pass("1s");
        assertThat(List.of(inside.bestPath("10.1.0.0/16"), b.bestPath("10.1.0.0/16")))
                .containsExactly("", "none");
        assertThat(List.of(inside.bestPath("10.2.0.0/16"), b.bestPath("10.2.0.0/16")))
                .containsExactly("none", "none");
        assertThat(b.bestPath("10.3.0.0/16")).isEqualTo("65001");
    }

    @Test
    void noAdvertiseThatAnExportPolicyAddsIsForTheNeighbourToHeed() {
        Policy marking = new Policy(
                "marking",
                ImmutableList.of(new PolicyRule(
                        "mark",
                        ImmutableList.of(),
                        ImmutableList.of(new SetClause.Communities(false, ImmutableList.of(Community.NO_ADVERTISE))),
                        PolicyAction.ACCEPT,
                        "")));
        line();
        a.change("ab", peer -> peer.exportPolicy(marking));
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        assertThat(b.bestPath("10.1.0.0/16")).isEqualTo("65001");
        assertThat(c.bestPath("10.1.0.0/16")).isEqualTo("none");
    }

    @Test
    void saysWhichRuleKeepsARouteFromANeighbour() {
        line();
        lab.start();
        originateWith("10.1.0.0/16", Community.NO_EXPORT);
        a.originate("10.3.0.0/16");
        lab.pass("1s");
        assertThat(a.speaker.exportVerdict("ab", Prefix.parse("10.1.0.0/16")))
                .contains(new ExportVerdict(false, "community no-export"));
        assertThat(a.speaker.exportVerdict("ab", Prefix.parse("10.3.0.0/16")))
                .contains(new ExportVerdict(true, "accept-all"));
        assertThat(b.speaker.exportVerdict("ab", Prefix.parse("10.3.0.0/16")))
                .contains(new ExportVerdict(false, "learned from this neighbour"));
    }

    @Test
    void answersARefreshWithEverything() {
        line();
        lab.start();
        a.originate("10.1.0.0/16");
        lab.pass("1s");
        long before = a.peer("ab").counters().messagesSent();
        b.send(
                b.wires.keySet().iterator().next(),
                MessageEncoder.encode(RouteRefreshMessage.request(AfiSafi.IPV4_UNICAST)));
        lab.pass("1s");
        assertThat(a.peer("ab").counters().messagesSent()).isEqualTo(before + 1);
    }

    @Test
    void aMedFromOneNeighbourAsIsNotPassedOnToAnother() {
        line();
        lab.start();
        a.speaker.originate(
                lab.now(),
                Prefix.parse("10.1.0.0/16"),
                PathAttributes.builder(IpAddress.ipv4(0)).med(50).build());
        lab.pass("1s");
        assertThat(b.best("10.1.0.0/16").attributes().med()).isEqualTo(50);
        assertThat(c.best("10.1.0.0/16").attributes().med()).isEqualTo(PathAttributes.ABSENT);
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

    private static SessionTimers withMrai(long nanos) {
        SessionTimers d = SessionTimers.DEFAULT;
        return new SessionTimers(
                d.holdNanos(), d.keepaliveNanos(), d.connectRetryNanos(), 0, d.idleHoldNanos(), nanos, 0);
    }

    @Test
    void holdsAnnouncementsBackForTheMrai() {
        line();
        b.change("bc", p -> p.timers(withMrai(Durations.seconds(30))));
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

    private void originateWith(String prefix, Community community) {
        PathAttributes attributes = PathAttributes.builder(IpAddress.ipv4(0))
                .communities(List.of(community))
                .build();
        a.speaker.originate(lab.now(), Prefix.parse(prefix), attributes);
    }
}

package coldpotato.contract;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sessions come up, and end because somebody wants them to.
 *
 * <pre>
 *   a (AS 65001) --ab-- b (AS 65002)
 * </pre>
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Host.class)
@Execution(ExecutionMode.CONCURRENT)
class SessionContractTest extends Contract {
    private final Node a = router("a", 65001);
    private final Node b = router("b", 65002);

    SessionContractTest(Host host) {
        super(host);
        join("ab", a, b);
    }

    @Test
    void aSessionComesUpThoughOneEndOnlyWaits() {
        b.set("ab", p -> p.passive(true));
        startAndConnect();
        assertThat(a.peer("ab").peerId()).isEqualTo(b.id);
        assertThat(b.peer("ab").peerId()).isEqualTo(a.id);
    }

    @Test
    void oneSessionComesUpThoughBothEndsDial() {
        startAndConnect();
        pass("2s");
        assertThat(a.events(TraceKind.SESSION_UP, "ab")).hasSize(1);
        assertThat(b.events(TraceKind.SESSION_UP, "ab")).hasSize(1);
        assertThat(isUp("ab")).isTrue();
    }

    @Test
    void twoThatOnlyWaitDoNotMeet() {
        a.set("ab", p -> p.passive(true));
        b.set("ab", p -> p.passive(true));
        start();
        pass("3s");
        assertThat(a.isUp("ab")).isFalse();
        b.reconfigure("ab", p -> p.passive(false));
        untilUp("ab");
    }

    @Test
    void aSessionComesUpOverIpv6() {
        Node c = router("c", 65003);
        joinByIpv6("ac", a, c);
        startAndConnect();
        assertThat(c.peer("ac").negotiation().orElseThrow().families()).containsExactly(AfiSafi.IPV6_UNICAST);
    }

    @Test
    void theLowerHoldTimeCounts() {
        a.set("ab", p -> p.timers(HASTY));
        startAndConnect();
        assertThat(a.peer("ab").negotiation().orElseThrow().holdTimeSeconds()).isEqualTo(3);
        assertThat(b.peer("ab").negotiation().orElseThrow().holdTimeSeconds()).isEqualTo(3);
    }

    @Test
    void keepalivesKeepASessionUpForLongerThanItsHoldTime() {
        a.set("ab", p -> p.timers(HASTY));
        startAndConnect();
        pass("5s");
        assertThat(a.reasons("ab")).isEmpty();
        assertThat(isUp("ab")).isTrue();
    }

    @Test
    void anEndThatExpectsAnotherAsRefusesAndSaysSo() {
        b.set("ab", p -> p.asns(65002, 64999));
        start();
        until("a is told", () -> !a.notifications("ab").isEmpty());
        assertThat(a.notifications("ab").get(0).text()).isEqualTo("OPEN Message Error/Bad Peer AS");
        assertThat(b.events(TraceKind.PEER_FAULT, "ab").get(0).field("fault")).contains("Bad Peer AS");
        assertThat(a.isUp("ab")).isFalse();
    }

    @Test
    void endsWithOneKeyMeet() {
        a.set("ab", p -> p.password(Optional.of("squeamish")));
        b.set("ab", p -> p.password(Optional.of("squeamish")));
        startAndConnect();
        assertThat(isUp("ab")).isTrue();
    }

    @Test
    void endsWithDifferentKeysDoNotMeetUntilTheyAreAlike() {
        a.set("ab", p -> p.password(Optional.of("squeamish")));
        b.set("ab", p -> p.password(Optional.of("ossifrage")));
        start();
        pass("3s");
        assertThat(a.events(TraceKind.MESSAGE_RECEIVED, "ab")).isEmpty();
        assertThat(b.events(TraceKind.MESSAGE_RECEIVED, "ab")).isEmpty();
        b.reconfigure("ab", p -> p.password(Optional.of("squeamish")));
        untilUp("ab");
    }

    @Test
    void anEndWithoutAKeyDoesNotMeetOneThatHasOne() {
        a.set("ab", p -> p.password(Optional.of("squeamish")));
        start();
        pass("3s");
        assertThat(a.isUp("ab")).isFalse();
        a.reconfigure("ab", p -> p.password(Optional.empty()));
        untilUp("ab");
    }

    @Test
    void aNeighbourThatIsShutDownHearsWhyAndStaysDownUntilItIsStarted() {
        startAndConnect();
        b.stop("ab", "çalışma: back at 04:00");
        until("a hears of it", () -> !a.isUp("ab"));
        NotificationMessage farewell = a.notifications("ab").get(0);
        assertThat(farewell.text()).isEqualTo("Cease/Administrative Shutdown");
        assertThat(farewell.shutdownText()).contains("çalışma: back at 04:00");
        pass("3s");
        assertThat(a.isUp("ab")).isFalse();
        assertThat(b.reasons("ab")).containsExactly("admin");
        b.start("ab");
        untilUp("ab");
    }

    @Test
    void aSessionThatIsResetComesBackByItself() {
        startAndConnect();
        b.reset("ab", "try it");
        until(
                "it was down",
                () -> !a.reasons("ab").isEmpty() && !b.reasons("ab").isEmpty());
        assertThat(a.notifications("ab").get(0).text()).isEqualTo("Cease/Administrative Reset");
        assertThat(a.reasons("ab")).containsExactly("notification");
        untilUp("ab");
    }

    @Test
    void newPoliciesLeaveTheSessionAlone() {
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("b has it", () -> b.has("10.1.0.0/16"));
        b.reconfigure("ab", p -> p.importPolicy(Policy.REFUSE_ALL));
        until("b refuses it", () -> !b.has("10.1.0.0/16"));
        b.reconfigure("ab", p -> p.importPolicy(Policy.ACCEPT_ALL));
        until("b takes it back", () -> b.has("10.1.0.0/16"));
        assertThat(b.reasons("ab")).isEmpty();
    }

    @Test
    void newFamiliesResetTheSession() {
        startAndConnect();
        a.reconfigure("ab", p -> p.families(ImmutableSet.copyOf(AfiSafi.values())));
        b.reconfigure("ab", p -> p.families(ImmutableSet.copyOf(AfiSafi.values())));
        until(
                "both families are agreed",
                () -> isUp("ab")
                        && a.peer("ab").negotiation().orElseThrow().families().size() == 2);
        assertThat(a.reasons("ab")).contains("configuration");
    }

    @Test
    void aNeighbourThatIsTakenOutHearsOfItAndIsNotAnsweredUntilItIsPutBack() {
        startAndConnect();
        PeerConfig forgotten = b.forget("ab");
        until("a hears of it", () -> !a.notifications("ab").isEmpty());
        assertThat(a.notifications("ab").get(0).text()).isEqualTo("Cease/Peer De-configured");
        pass("2s");
        assertThat(a.isUp("ab")).isFalse();
        b.add(forgotten);
        untilUp("ab");
    }
}

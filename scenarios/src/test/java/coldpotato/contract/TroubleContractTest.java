package coldpotato.contract;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Links fail and neighbours announce too much: who notices, by what, and how it comes back.
 *
 * <pre>
 *   a (AS 65001) --ab-- b (AS 65002) --bc-- c (AS 65003)
 * </pre>
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Host.class)
@Execution(ExecutionMode.CONCURRENT)
class TroubleContractTest extends Contract {
    /** Notices within three seconds: no pause of a busy machine is taken for a dead path. */
    private static final BfdTimers PATIENT_BFD = new BfdTimers(Durations.millis(300), Durations.millis(300), 10);

    private final Node a = router("a", 65001);
    private final Node b = router("b", 65002);
    private final Node c = router("c", 65003);

    TroubleContractTest(Host host) {
        super(host);
        join("ab", a, b);
        join("bc", b, c);
    }

    @Test
    void silenceIsNoticedByTheHoldTimerAtBothEndsAndMended() {
        a.set("ab", p -> p.timers(HASTY));
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("c has it", () -> c.has("10.1.0.0/16"));
        silence("ab");
        until("both ends notice", () -> !a.isUp("ab") && !b.isUp("ab"));
        assertThat(a.reasons("ab")).containsExactly("hold timer");
        assertThat(b.reasons("ab")).containsExactly("hold timer");
        until("c knows", () -> !c.has("10.1.0.0/16"));
        mend("ab");
        untilUp("ab");
        until("c has it again", () -> c.has("10.1.0.0/16"));
        assertThat(isUp("bc")).isTrue();
    }

    @Test
    void silenceShorterThanTheHoldTimeLosesNothing() {
        startAndConnect();
        silence("ab");
        a.originate("10.1.0.0/16");
        pass("1500ms");
        assertThat(b.has("10.1.0.0/16")).isFalse();
        mend("ab");
        until("c has it", () -> c.has("10.1.0.0/16"));
        assertThat(a.reasons("ab")).isEmpty();
        assertThat(b.reasons("ab")).isEmpty();
    }

    @Test
    void bfdNoticesSilenceLongBeforeTheHoldTimer() {
        a.set("ab", p -> p.bfd(Optional.of(PATIENT_BFD)));
        b.set("ab", p -> p.bfd(Optional.of(PATIENT_BFD)));
        startAndConnect();
        until("BFD is up", () -> bfdIsUp(a) && bfdIsUp(b));
        silence("ab");
        until("both ends notice", () -> !a.isUp("ab") && !b.isUp("ab"));
        assertThat(a.reasons("ab")).containsExactly("bfd");
        assertThat(b.reasons("ab")).containsExactly("bfd");
        mend("ab");
        untilUp("ab");
    }

    private static boolean bfdIsUp(Node node) {
        return node.events(TraceKind.BFD_STATE, "ab").stream()
                .anyMatch(event -> event.field("to").equals("up"));
    }

    @Test
    void bfdThatTheNeighbourDoesNotSpeakHarmsNothing() {
        a.set("ab", p -> p.bfd(Optional.of(PATIENT_BFD)));
        startAndConnect();
        pass("4s");
        assertThat(a.reasons("ab")).isEmpty();
        assertThat(isUp("ab")).isTrue();
    }

    @Test
    void lightThatGoesOutEndsTheSessionAtOnceAndItComesBackWithIt() {
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("c has it", () -> c.has("10.1.0.0/16"));
        darken("ab");
        until("both ends notice", () -> !a.isUp("ab") && !b.isUp("ab"));
        assertThat(a.reasons("ab")).containsExactly("interface down");
        assertThat(b.reasons("ab")).containsExactly("interface down");
        until("c knows", () -> !c.has("10.1.0.0/16"));
        mend("ab");
        until("c has it again", () -> c.has("10.1.0.0/16"));
    }

    @Test
    void onePrefixTooManyEndsTheSessionForTheTimeThatIsSet() {
        b.set("ab", p -> p.prefixLimit(Optional.of(new PrefixLimit(2, Durations.seconds(2), true))));
        startAndConnect();
        a.originate("10.1.0.0/16");
        a.originate("10.2.0.0/16");
        until("two are allowed", () -> c.has("10.1.0.0/16") && c.has("10.2.0.0/16"));
        a.originate("10.3.0.0/16");
        until("a hears of it", () -> !a.notifications("ab").isEmpty());
        assertThat(a.notifications("ab").get(0).text()).isEqualTo("Cease/Maximum Number of Prefixes Reached");
        assertThat(b.reasons("ab")).containsExactly("prefix limit");
        until("c has none", () -> !c.has("10.1.0.0/16"));
        a.withdraw("10.3.0.0/16");
        until("all is legal again", () -> c.has("10.1.0.0/16") && c.has("10.2.0.0/16"));
        long downFor = upAgain(b) - downSince(b);
        assertThat(downFor).isGreaterThanOrEqualTo(Durations.seconds(2));
    }

    private static long downSince(Node node) {
        return node.events(TraceKind.SESSION_DOWN, "ab").get(0).timeNanos();
    }

    private static long upAgain(Node node) {
        return node.events(TraceKind.SESSION_UP, "ab").get(1).timeNanos();
    }
}

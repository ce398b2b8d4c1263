package coldpotato.bgp.fsm;

import static coldpotato.bgp.fsm.FsmCondition.DAMP_PEER_OSCILLATIONS;
import static coldpotato.bgp.fsm.FsmCondition.HOLD_TIME_ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class FsmPropertyTest {
    private static final EnumSet<FsmCondition> CONFIGURABLE = EnumSet.complementOf(
            EnumSet.of(FsmCondition.DELAY_OPEN_TIMER_RUNNING, FsmCondition.IDLE_HOLD_TIMER_RUNNING));

    @Provide
    Arbitrary<List<FsmEvent>> events() {
        // What leads onwards is drawn more often, so that all states are met.
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.of(FsmEvent.class)),
                        Tuple.of(
                                3,
                                Arbitraries.of(
                                        FsmEvent.MANUAL_START,
                                        FsmEvent.TCP_CR_ACKED,
                                        FsmEvent.BGP_OPEN,
                                        FsmEvent.BGP_OPEN_WITH_DELAY_OPEN_TIMER,
                                        FsmEvent.KEEPALIVE_MSG)))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Set<FsmCondition>> configured() {
        return Arbitraries.subsetOf(CONFIGURABLE);
    }

    @Property
    void anyEventInAnyStateHasAnOutcome(
            @ForAll FsmState state, @ForAll FsmEvent event, @ForAll Set<FsmCondition> conditions) {
        FsmTransition transition = Fsm.step(state, event, conditions);
        assertThat(transition.actions().stream()
                        .filter(FsmAction::isNotification)
                        .count())
                .isLessThanOrEqualTo(1);
        assertThat(transition).isEqualTo(Fsm.step(state, event, conditions));
    }

    @Property
    void theSessionIsUpExactlyInEstablishedWhateverHappens(
            @ForAll("events") List<FsmEvent> events, @ForAll("configured") Set<FsmCondition> configured) {
        RecordingHost host = new RecordingHost(configured);
        for (FsmEvent event : events) {
            host.on(event);
            assertThat(host.sessionUp).isEqualTo(host.state == FsmState.ESTABLISHED);
        }
    }

    @Property
    void noSessionStartsBeforeOpenAndKeepaliveWereSentInThisOrder(
            @ForAll("events") List<FsmEvent> events, @ForAll("configured") Set<FsmCondition> configured) {
        RecordingHost host = new RecordingHost(configured);
        for (FsmEvent event : events) {
            FsmTransition transition = host.on(event);
            if (transition.actions().contains(FsmAction.SESSION_ESTABLISHED)) {
                assertThat(host.sent).startsWith(FsmAction.SEND_OPEN, FsmAction.SEND_KEEPALIVE);
                assertThat(host.sent).containsOnlyOnce(FsmAction.SEND_OPEN);
            }
        }
    }

    @Property
    void onlyTheTimersOfAStateRunInIt(
            @ForAll("events") List<FsmEvent> events, @ForAll("configured") Set<FsmCondition> configured) {
        RecordingHost host = new RecordingHost(configured);
        for (FsmEvent event : events) {
            if (host.possible(event)) {
                host.on(event);
                assertTimers(host, configured.contains(HOLD_TIME_ZERO));
            }
        }
    }

    private static void assertTimers(RecordingHost host, boolean holdTimeZero) {
        switch (host.state) {
            case IDLE -> assertThat(host.running).isSubsetOf(FsmTimer.IDLE_HOLD);
            case CONNECT, ACTIVE ->
                assertThat(host.running).hasSize(1).isSubsetOf(FsmTimer.CONNECT_RETRY, FsmTimer.DELAY_OPEN);
            case OPEN_SENT -> assertThat(host.running).containsOnly(FsmTimer.HOLD);
            case OPEN_CONFIRM ->
                assertThat(host.running)
                        .isEqualTo(holdTimeZero ? ImmutableSet.of() : EnumSet.of(FsmTimer.HOLD, FsmTimer.KEEPALIVE));
            case ESTABLISHED ->
                assertThat(host.running)
                        .isEqualTo(
                                holdTimeZero
                                        ? ImmutableSet.of()
                                        : EnumSet.of(FsmTimer.HOLD, FsmTimer.KEEPALIVE, FsmTimer.SEND_HOLD));
        }
    }

    @Property
    void aDampedSessionThatFailedWakesByItself(
            @ForAll("events") List<FsmEvent> events, @ForAll("configured") Set<FsmCondition> configured) {
        RecordingHost host = new RecordingHost(ImmutableSet.<FsmCondition>builder()
                .addAll(configured)
                .add(DAMP_PEER_OSCILLATIONS)
                .build());
        for (FsmEvent event : events) {
            FsmState before = host.state;
            FsmState after = host.on(event).next();
            if (before != FsmState.IDLE && after == FsmState.IDLE) {
                assertThat(host.running.contains(FsmTimer.IDLE_HOLD)).isEqualTo(event != FsmEvent.MANUAL_STOP);
            }
        }
    }
}

package coldpotato.bgp.fsm;

import static coldpotato.bgp.fsm.FsmAction.*;
import static coldpotato.bgp.fsm.FsmCondition.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The stories; every single step is in the matrix. */
class FsmTest {
    private static RecordingHost hostAfter(Set<FsmCondition> configured, FsmEvent... events) {
        RecordingHost host = new RecordingHost(configured);
        for (FsmEvent event : events) {
            host.on(event);
        }
        return host;
    }

    @Test
    void comesUpByStartConnectionOpenAndKeepalive() {
        RecordingHost host = hostAfter(
                ImmutableSet.of(),
                FsmEvent.MANUAL_START,
                FsmEvent.TCP_CR_ACKED,
                FsmEvent.BGP_OPEN,
                FsmEvent.KEEPALIVE_MSG);
        assertThat(host.state).isEqualTo(FsmState.ESTABLISHED);
        assertThat(host.sent).containsExactly(SEND_OPEN, SEND_KEEPALIVE);
    }

    @Test
    void delayOpenLetsThePeerSpeakFirst() {
        RecordingHost host = hostAfter(
                ImmutableSet.of(DELAY_OPEN), FsmEvent.MANUAL_START_PASSIVE, FsmEvent.TCP_CONNECTION_CONFIRMED);
        assertThat(host.sent).isEmpty();
        assertThat(host.on(FsmEvent.BGP_OPEN_WITH_DELAY_OPEN_TIMER).next()).isEqualTo(FsmState.OPEN_CONFIRM);
        assertThat(host.sent).containsExactly(SEND_OPEN, SEND_KEEPALIVE);
    }

    @Test
    void aDampedSessionIsHeldInIdleAndKeepsCountingItsFailures() {
        RecordingHost host = hostAfter(
                ImmutableSet.of(DAMP_PEER_OSCILLATIONS),
                FsmEvent.AUTOMATIC_START,
                FsmEvent.TCP_CR_ACKED,
                FsmEvent.BGP_OPEN_MSG_ERR,
                FsmEvent.AUTOMATIC_START_DAMPED);
        assertThat(host.state).isEqualTo(FsmState.IDLE);
        assertThat(host.on(FsmEvent.IDLE_HOLD_TIMER_EXPIRES).next()).isEqualTo(FsmState.CONNECT);
        assertThat(host.connectRetryCounter).isEqualTo(1);
    }

    @Test
    void aStoppedSessionStaysStopped() {
        RecordingHost host = hostAfter(
                ImmutableSet.of(DAMP_PEER_OSCILLATIONS),
                FsmEvent.AUTOMATIC_START,
                FsmEvent.TCP_CONNECTION_FAILS,
                FsmEvent.MANUAL_STOP);
        assertThat(host.state).isEqualTo(FsmState.IDLE);
        assertThat(host.running).isEmpty();
    }

    @Test
    void aPassivePeerNeverConnects() {
        RecordingHost host = hostAfter(ImmutableSet.of(PASSIVE_TCP_ESTABLISHMENT), FsmEvent.AUTOMATIC_START_PASSIVE);
        assertThat(host.on(FsmEvent.CONNECT_RETRY_TIMER_EXPIRES).actions()).containsExactly(START_CONNECT_RETRY_TIMER);
        assertThat(host.state).isEqualTo(FsmState.ACTIVE);
    }

    @Test
    void everyTimerHasAnExpiryOfItsOwn() {
        assertThat(FsmTimer.values()).extracting(FsmTimer::expiry).doesNotHaveDuplicates();
    }

    @Test
    void eventsOneToTwentyNineAreAllThere() {
        assertThat(FsmEvent.values()).hasSize(30);
        assertThat(FsmEvent.values()).extracting(FsmEvent::number).doesNotHaveDuplicates();
    }
}

package coldpotato.bgp.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Carries actions out as a speaker does, as far as timers and the order of messages go. */
final class RecordingHost {
    final Set<FsmTimer> running = EnumSet.noneOf(FsmTimer.class);
    final List<FsmAction> sent = new ArrayList<>();
    FsmState state = FsmState.IDLE;
    int connectRetryCounter;
    boolean sessionUp;
    private final Set<FsmCondition> configured;

    RecordingHost(Set<FsmCondition> configured) {
        this.configured = configured;
    }

    FsmTransition on(FsmEvent event) {
        Set<FsmCondition> conditions = EnumSet.noneOf(FsmCondition.class);
        conditions.addAll(configured);
        addIf(conditions, FsmTimer.DELAY_OPEN, FsmCondition.DELAY_OPEN_TIMER_RUNNING);
        addIf(conditions, FsmTimer.IDLE_HOLD, FsmCondition.IDLE_HOLD_TIMER_RUNNING);
        running.removeIf(timer -> timer.expiry() == event);
        FsmTransition transition = Fsm.step(state, event, conditions);
        transition.actions().forEach(this::carryOut);
        state = transition.next();
        return transition;
    }

    /** True if the event can happen at all: a timer that does not run cannot expire, and 20 is 19 by another name. */
    boolean possible(FsmEvent event) {
        for (FsmTimer timer : FsmTimer.values()) {
            if (timer.expiry() == event) {
                return running.contains(timer);
            }
        }
        boolean delayOpenRuns = running.contains(FsmTimer.DELAY_OPEN);
        return switch (event) {
            case BGP_OPEN -> !delayOpenRuns;
            case BGP_OPEN_WITH_DELAY_OPEN_TIMER -> delayOpenRuns;
            default -> true;
        };
    }

    private void addIf(Set<FsmCondition> conditions, FsmTimer timer, FsmCondition condition) {
        if (running.contains(timer)) {
            conditions.add(condition);
        }
    }

    private void carryOut(FsmAction action) {
        switch (action) {
            case START_CONNECT_RETRY_TIMER -> running.add(FsmTimer.CONNECT_RETRY);
            case STOP_CONNECT_RETRY_TIMER -> running.remove(FsmTimer.CONNECT_RETRY);
            case START_DELAY_OPEN_TIMER -> running.add(FsmTimer.DELAY_OPEN);
            case STOP_DELAY_OPEN_TIMER -> running.remove(FsmTimer.DELAY_OPEN);
            case START_HOLD_TIMER_LARGE, START_HOLD_TIMER -> running.add(FsmTimer.HOLD);
            case STOP_HOLD_TIMER -> running.remove(FsmTimer.HOLD);
            case START_KEEPALIVE_TIMER -> running.add(FsmTimer.KEEPALIVE);
            case STOP_KEEPALIVE_TIMER -> running.remove(FsmTimer.KEEPALIVE);
            case START_IDLE_HOLD_TIMER -> running.add(FsmTimer.IDLE_HOLD);
            case STOP_IDLE_HOLD_TIMER -> running.remove(FsmTimer.IDLE_HOLD);
            case START_SEND_HOLD_TIMER -> running.add(FsmTimer.SEND_HOLD);
            case RELEASE_RESOURCES ->
                running.removeAll(
                        EnumSet.of(FsmTimer.HOLD, FsmTimer.KEEPALIVE, FsmTimer.DELAY_OPEN, FsmTimer.SEND_HOLD));
            case RESET_CONNECT_RETRY_COUNTER -> connectRetryCounter = 0;
            case INCREMENT_CONNECT_RETRY_COUNTER -> connectRetryCounter++;
            case SESSION_ESTABLISHED -> setSession(true);
            case SESSION_CLOSED -> setSession(false);
            case DROP_CONNECTION, INITIATE_CONNECTION -> sent.clear();
            case SEND_OPEN, SEND_KEEPALIVE -> sent.add(action);
            default -> assertThat(action).isNotNull();
        }
    }

    private void setSession(boolean up) {
        assertThat(sessionUp).isEqualTo(!up);
        sessionUp = up;
    }
}

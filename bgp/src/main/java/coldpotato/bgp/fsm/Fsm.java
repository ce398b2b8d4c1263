package coldpotato.bgp.fsm;

import static coldpotato.bgp.fsm.FsmAction.*;
import static coldpotato.bgp.fsm.FsmCondition.*;
import static coldpotato.bgp.fsm.FsmState.*;

import com.google.common.collect.ImmutableList;
import java.util.Set;

/**
 * The finite state machine of one BGP connection (RFC 4271 section 8.2.2): a pure function that never throws. One method
 * for each state, one arm for each paragraph of the RFC, in the RFC's order. Departures are listed at the package.
 */
public final class Fsm {
    private Fsm() {}

    /**
     * What an event does to a connection.
     *
     * @param conditions those that hold at this moment; never iterated
     */
    public static FsmTransition step(FsmState state, FsmEvent event, Set<FsmCondition> conditions) {
        return switch (state) {
            case IDLE -> idle(event, conditions);
            case CONNECT -> connect(event, conditions);
            case ACTIVE -> active(event, conditions);
            case OPEN_SENT -> openSent(event, conditions);
            case OPEN_CONFIRM -> openConfirm(event, conditions);
            case ESTABLISHED -> established(event, conditions);
        };
    }

    private static FsmTransition idle(FsmEvent event, Set<FsmCondition> conditions) {
        return switch (event) {
            case MANUAL_START, AUTOMATIC_START -> start(CONNECT, RESET_CONNECT_RETRY_COUNTER);
            case MANUAL_START_PASSIVE, AUTOMATIC_START_PASSIVE -> start(ACTIVE, RESET_CONNECT_RETRY_COUNTER);
            case AUTOMATIC_START_DAMPED -> conditions.contains(IDLE_HOLD_TIMER_RUNNING) ? stay(IDLE) : start(CONNECT);
            case AUTOMATIC_START_DAMPED_PASSIVE ->
                conditions.contains(IDLE_HOLD_TIMER_RUNNING) ? stay(IDLE) : start(ACTIVE);
            case IDLE_HOLD_TIMER_EXPIRES -> start(conditions.contains(PASSIVE_TCP_ESTABLISHMENT) ? ACTIVE : CONNECT);
            case MANUAL_STOP -> stay(IDLE, STOP_IDLE_HOLD_TIMER);
            case TCP_CONNECTION_VALID, TCP_CR_INVALID, TCP_CONNECTION_CONFIRMED -> stay(IDLE, REJECT_CONNECTION);
            case AUTOMATIC_STOP,
                    CONNECT_RETRY_TIMER_EXPIRES,
                    HOLD_TIMER_EXPIRES,
                    KEEPALIVE_TIMER_EXPIRES,
                    DELAY_OPEN_TIMER_EXPIRES,
                    TCP_CR_ACKED,
                    TCP_CONNECTION_FAILS,
                    BGP_OPEN,
                    BGP_OPEN_WITH_DELAY_OPEN_TIMER,
                    BGP_HEADER_ERR,
                    BGP_OPEN_MSG_ERR,
                    OPEN_COLLISION_DUMP,
                    NOTIF_MSG_VER_ERR,
                    NOTIF_MSG,
                    KEEPALIVE_MSG,
                    UPDATE_MSG,
                    UPDATE_MSG_ERR,
                    SEND_HOLD_TIMER_EXPIRES,
                    ROUTE_REFRESH_MSG -> stay(IDLE);
        };
    }

    private static FsmTransition connect(FsmEvent event, Set<FsmCondition> conditions) {
        return switch (event) {
            case MANUAL_START,
                    AUTOMATIC_START,
                    MANUAL_START_PASSIVE,
                    AUTOMATIC_START_PASSIVE,
                    AUTOMATIC_START_DAMPED,
                    AUTOMATIC_START_DAMPED_PASSIVE,
                    TCP_CONNECTION_VALID -> stay(CONNECT);
            case MANUAL_STOP -> stop();
            case CONNECT_RETRY_TIMER_EXPIRES ->
                stay(CONNECT, DROP_CONNECTION, START_CONNECT_RETRY_TIMER, STOP_DELAY_OPEN_TIMER, INITIATE_CONNECTION);
            case DELAY_OPEN_TIMER_EXPIRES -> sendDelayedOpen();
            case TCP_CR_INVALID -> stay(CONNECT, REJECT_CONNECTION);
            case TCP_CR_ACKED, TCP_CONNECTION_CONFIRMED -> connected(CONNECT, conditions);
            case TCP_CONNECTION_FAILS -> connectFailed(conditions);
            case BGP_OPEN_WITH_DELAY_OPEN_TIMER -> answerEarlyOpen(conditions);
            case BGP_HEADER_ERR -> failEarly(SEND_NOTIFICATION_HEADER_ERROR, conditions);
            case BGP_OPEN_MSG_ERR -> failEarly(SEND_NOTIFICATION_OPEN_ERROR, conditions);
            case NOTIF_MSG_VER_ERR -> versionRefusedEarly(conditions);
            case AUTOMATIC_STOP,
                    HOLD_TIMER_EXPIRES,
                    KEEPALIVE_TIMER_EXPIRES,
                    IDLE_HOLD_TIMER_EXPIRES,
                    BGP_OPEN,
                    OPEN_COLLISION_DUMP,
                    NOTIF_MSG,
                    KEEPALIVE_MSG,
                    UPDATE_MSG,
                    UPDATE_MSG_ERR,
                    SEND_HOLD_TIMER_EXPIRES,
                    ROUTE_REFRESH_MSG -> fail(conditions);
        };
    }

    private static FsmTransition active(FsmEvent event, Set<FsmCondition> conditions) {
        return switch (event) {
            case MANUAL_START,
                    AUTOMATIC_START,
                    MANUAL_START_PASSIVE,
                    AUTOMATIC_START_PASSIVE,
                    AUTOMATIC_START_DAMPED,
                    AUTOMATIC_START_DAMPED_PASSIVE,
                    TCP_CONNECTION_VALID -> stay(ACTIVE);
            case MANUAL_STOP -> stopActive(conditions);
            case CONNECT_RETRY_TIMER_EXPIRES ->
                conditions.contains(PASSIVE_TCP_ESTABLISHMENT)
                        ? stay(ACTIVE, START_CONNECT_RETRY_TIMER)
                        : FsmTransition.to(CONNECT, START_CONNECT_RETRY_TIMER, INITIATE_CONNECTION);
            case DELAY_OPEN_TIMER_EXPIRES -> sendDelayedOpen();
            case TCP_CR_INVALID -> stay(ACTIVE, REJECT_CONNECTION);
            case TCP_CR_ACKED, TCP_CONNECTION_CONFIRMED -> connected(ACTIVE, conditions);
            case TCP_CONNECTION_FAILS ->
                fall(
                        conditions,
                        STOP_CONNECT_RETRY_TIMER,
                        STOP_DELAY_OPEN_TIMER,
                        RELEASE_RESOURCES,
                        INCREMENT_CONNECT_RETRY_COUNTER);
            case BGP_OPEN_WITH_DELAY_OPEN_TIMER -> answerEarlyOpen(conditions);
            case BGP_HEADER_ERR -> failEarly(SEND_NOTIFICATION_HEADER_ERROR, conditions);
            case BGP_OPEN_MSG_ERR -> failEarly(SEND_NOTIFICATION_OPEN_ERROR, conditions);
            case NOTIF_MSG_VER_ERR -> versionRefusedEarly(conditions);
            case AUTOMATIC_STOP,
                    HOLD_TIMER_EXPIRES,
                    KEEPALIVE_TIMER_EXPIRES,
                    IDLE_HOLD_TIMER_EXPIRES,
                    BGP_OPEN,
                    OPEN_COLLISION_DUMP,
                    NOTIF_MSG,
                    KEEPALIVE_MSG,
                    UPDATE_MSG,
                    UPDATE_MSG_ERR,
                    SEND_HOLD_TIMER_EXPIRES,
                    ROUTE_REFRESH_MSG -> fail(conditions);
        };
    }

    private static FsmTransition openSent(FsmEvent event, Set<FsmCondition> conditions) {
        return switch (event) {
            case MANUAL_START,
                    AUTOMATIC_START,
                    MANUAL_START_PASSIVE,
                    AUTOMATIC_START_PASSIVE,
                    AUTOMATIC_START_DAMPED,
                    AUTOMATIC_START_DAMPED_PASSIVE,
                    TCP_CR_INVALID -> stay(OPEN_SENT);
            case MANUAL_STOP -> cease();
            case AUTOMATIC_STOP -> fail(conditions, SEND_NOTIFICATION_CEASE);
            case HOLD_TIMER_EXPIRES -> fail(conditions, SEND_NOTIFICATION_HOLD_TIMER_EXPIRED);
            case TCP_CONNECTION_VALID, TCP_CR_ACKED, TCP_CONNECTION_CONFIRMED -> stay(OPEN_SENT, TRACK_CONNECTION);
            case TCP_CONNECTION_FAILS ->
                FsmTransition.to(ACTIVE, DROP_CONNECTION, START_CONNECT_RETRY_TIMER, STOP_HOLD_TIMER);
            case BGP_OPEN -> answerOpen(conditions);
            case BGP_HEADER_ERR -> fail(conditions, SEND_NOTIFICATION_HEADER_ERROR);
            case BGP_OPEN_MSG_ERR -> fail(conditions, SEND_NOTIFICATION_OPEN_ERROR);
            case OPEN_COLLISION_DUMP -> fail(conditions, SEND_NOTIFICATION_CEASE_COLLISION);
            case NOTIF_MSG_VER_ERR -> versionRefused(conditions);
            case CONNECT_RETRY_TIMER_EXPIRES,
                    KEEPALIVE_TIMER_EXPIRES,
                    DELAY_OPEN_TIMER_EXPIRES,
                    IDLE_HOLD_TIMER_EXPIRES,
                    SEND_HOLD_TIMER_EXPIRES -> fail(conditions, SEND_NOTIFICATION_FSM_ERROR);
            // RFC 4271 lists NotifMsg (25) here; a NOTIFICATION is never answered by another one (section 6.4).
            case NOTIF_MSG -> fail(conditions);
            case BGP_OPEN_WITH_DELAY_OPEN_TIMER, KEEPALIVE_MSG, UPDATE_MSG, UPDATE_MSG_ERR, ROUTE_REFRESH_MSG ->
                fail(conditions, SEND_NOTIFICATION_UNEXPECTED_IN_OPEN_SENT);
        };
    }

    private static FsmTransition openConfirm(FsmEvent event, Set<FsmCondition> conditions) {
        return switch (event) {
            case MANUAL_START,
                    AUTOMATIC_START,
                    MANUAL_START_PASSIVE,
                    AUTOMATIC_START_PASSIVE,
                    AUTOMATIC_START_DAMPED,
                    AUTOMATIC_START_DAMPED_PASSIVE,
                    TCP_CR_INVALID -> stay(OPEN_CONFIRM);
            case MANUAL_STOP -> cease();
            case AUTOMATIC_STOP -> fail(conditions, SEND_NOTIFICATION_CEASE);
            case HOLD_TIMER_EXPIRES -> fail(conditions, SEND_NOTIFICATION_HOLD_TIMER_EXPIRED);
            case KEEPALIVE_TIMER_EXPIRES -> keepAlive(OPEN_CONFIRM, conditions);
            case TCP_CONNECTION_VALID, TCP_CR_ACKED, TCP_CONNECTION_CONFIRMED -> stay(OPEN_CONFIRM, TRACK_CONNECTION);
            case TCP_CONNECTION_FAILS, NOTIF_MSG -> fail(conditions);
            case NOTIF_MSG_VER_ERR -> versionRefused(conditions);
            case BGP_HEADER_ERR -> fail(conditions, SEND_NOTIFICATION_HEADER_ERROR);
            case BGP_OPEN_MSG_ERR -> fail(conditions, SEND_NOTIFICATION_OPEN_ERROR);
            case OPEN_COLLISION_DUMP -> fail(conditions, SEND_NOTIFICATION_CEASE_COLLISION);
            case KEEPALIVE_MSG -> establish(conditions);
            case CONNECT_RETRY_TIMER_EXPIRES,
                    DELAY_OPEN_TIMER_EXPIRES,
                    IDLE_HOLD_TIMER_EXPIRES,
                    SEND_HOLD_TIMER_EXPIRES -> fail(conditions, SEND_NOTIFICATION_FSM_ERROR);
            case BGP_OPEN, BGP_OPEN_WITH_DELAY_OPEN_TIMER, UPDATE_MSG, UPDATE_MSG_ERR, ROUTE_REFRESH_MSG ->
                fail(conditions, SEND_NOTIFICATION_UNEXPECTED_IN_OPEN_CONFIRM);
        };
    }

    private static FsmTransition established(FsmEvent event, Set<FsmCondition> conditions) {
        return switch (event) {
            case MANUAL_START,
                    AUTOMATIC_START,
                    MANUAL_START_PASSIVE,
                    AUTOMATIC_START_PASSIVE,
                    AUTOMATIC_START_DAMPED,
                    AUTOMATIC_START_DAMPED_PASSIVE,
                    TCP_CR_INVALID -> stay(ESTABLISHED);
            case MANUAL_STOP -> ceaseSession();
            case AUTOMATIC_STOP -> closeSession(conditions, SEND_NOTIFICATION_CEASE);
            case HOLD_TIMER_EXPIRES -> closeSession(conditions, SEND_NOTIFICATION_HOLD_TIMER_EXPIRED);
            case KEEPALIVE_TIMER_EXPIRES -> keepAlive(ESTABLISHED, conditions);
            case TCP_CONNECTION_VALID, TCP_CR_ACKED, TCP_CONNECTION_CONFIRMED -> stay(ESTABLISHED, TRACK_CONNECTION);
            case OPEN_COLLISION_DUMP -> closeSession(conditions, SEND_NOTIFICATION_CEASE_COLLISION);
            case NOTIF_MSG_VER_ERR, NOTIF_MSG, TCP_CONNECTION_FAILS -> closeSession(conditions);
            case KEEPALIVE_MSG -> heard(conditions);
            case UPDATE_MSG -> heard(conditions, PROCESS_UPDATE);
            case UPDATE_MSG_ERR -> closeSession(conditions, SEND_NOTIFICATION_UPDATE_ERROR);
            case BGP_HEADER_ERR -> closeSession(conditions, SEND_NOTIFICATION_HEADER_ERROR);
            case SEND_HOLD_TIMER_EXPIRES -> closeSession(conditions, SEND_NOTIFICATION_SEND_HOLD_TIMER_EXPIRED);
            case ROUTE_REFRESH_MSG -> stay(ESTABLISHED, PROCESS_ROUTE_REFRESH);
            case CONNECT_RETRY_TIMER_EXPIRES, DELAY_OPEN_TIMER_EXPIRES, IDLE_HOLD_TIMER_EXPIRES ->
                closeSession(conditions, SEND_NOTIFICATION_FSM_ERROR);
            case BGP_OPEN, BGP_OPEN_WITH_DELAY_OPEN_TIMER, BGP_OPEN_MSG_ERR ->
                closeSession(conditions, SEND_NOTIFICATION_UNEXPECTED_IN_ESTABLISHED);
        };
    }

    private static FsmTransition stay(FsmState state, FsmAction... actions) {
        return FsmTransition.to(state, actions);
    }

    /** From Idle, to open a connection (Connect) or to wait for one (Active). */
    private static FsmTransition start(FsmState next, FsmAction... first) {
        ImmutableList.Builder<FsmAction> actions = ImmutableList.builder();
        actions.add(STOP_IDLE_HOLD_TIMER, INITIALIZE_RESOURCES).add(first).add(START_CONNECT_RETRY_TIMER);
        if (next == CONNECT) {
            actions.add(INITIATE_CONNECTION);
        }
        return new FsmTransition(next, actions.add(LISTEN).build());
    }

    private static FsmTransition stop() {
        return FsmTransition.to(
                IDLE, DROP_CONNECTION, RELEASE_RESOURCES, RESET_CONNECT_RETRY_COUNTER, STOP_CONNECT_RETRY_TIMER);
    }

    private static FsmTransition stopActive(Set<FsmCondition> conditions) {
        ImmutableList.Builder<FsmAction> actions = ImmutableList.builder();
        if (conditions.contains(DELAY_OPEN_TIMER_RUNNING) && conditions.contains(SEND_NOTIFICATION_WITHOUT_OPEN)) {
            actions.add(SEND_NOTIFICATION_CEASE);
        }
        actions.add(RELEASE_RESOURCES, DROP_CONNECTION, RESET_CONNECT_RETRY_COUNTER, STOP_CONNECT_RETRY_TIMER);
        return new FsmTransition(IDLE, actions.build());
    }

    private static FsmTransition cease() {
        return FsmTransition.to(
                IDLE,
                SEND_NOTIFICATION_CEASE,
                STOP_CONNECT_RETRY_TIMER,
                RELEASE_RESOURCES,
                DROP_CONNECTION,
                RESET_CONNECT_RETRY_COUNTER);
    }

    private static FsmTransition ceaseSession() {
        return FsmTransition.to(
                IDLE,
                SEND_NOTIFICATION_CEASE,
                STOP_CONNECT_RETRY_TIMER,
                SESSION_CLOSED,
                RELEASE_RESOURCES,
                DROP_CONNECTION,
                RESET_CONNECT_RETRY_COUNTER);
    }

    private static FsmTransition connected(FsmState state, Set<FsmCondition> conditions) {
        return conditions.contains(DELAY_OPEN)
                ? stay(state, STOP_CONNECT_RETRY_TIMER, START_DELAY_OPEN_TIMER)
                : FsmTransition.to(
                        OPEN_SENT,
                        STOP_CONNECT_RETRY_TIMER,
                        COMPLETE_INITIALIZATION,
                        SEND_OPEN,
                        START_HOLD_TIMER_LARGE);
    }

    private static FsmTransition sendDelayedOpen() {
        return FsmTransition.to(
                OPEN_SENT,
                STOP_CONNECT_RETRY_TIMER,
                STOP_DELAY_OPEN_TIMER,
                COMPLETE_INITIALIZATION,
                SEND_OPEN,
                START_HOLD_TIMER_LARGE);
    }

    private static FsmTransition connectFailed(Set<FsmCondition> conditions) {
        return conditions.contains(DELAY_OPEN_TIMER_RUNNING)
                ? FsmTransition.to(ACTIVE, START_CONNECT_RETRY_TIMER, STOP_DELAY_OPEN_TIMER)
                : fall(conditions, STOP_CONNECT_RETRY_TIMER, DROP_CONNECTION, RELEASE_RESOURCES);
    }

    private static FsmTransition answerEarlyOpen(Set<FsmCondition> conditions) {
        return agree(
                conditions,
                STOP_CONNECT_RETRY_TIMER,
                COMPLETE_INITIALIZATION,
                STOP_DELAY_OPEN_TIMER,
                SEND_OPEN,
                SEND_KEEPALIVE);
    }

    private static FsmTransition answerOpen(Set<FsmCondition> conditions) {
        return agree(conditions, STOP_DELAY_OPEN_TIMER, STOP_CONNECT_RETRY_TIMER, SEND_KEEPALIVE);
    }

    private static FsmTransition agree(Set<FsmCondition> conditions, FsmAction... first) {
        ImmutableList.Builder<FsmAction> actions = ImmutableList.builder();
        actions.add(first);
        if (conditions.contains(HOLD_TIME_ZERO)) {
            actions.add(STOP_KEEPALIVE_TIMER, STOP_HOLD_TIMER);
        } else {
            actions.add(START_KEEPALIVE_TIMER, START_HOLD_TIMER);
        }
        return new FsmTransition(OPEN_CONFIRM, actions.build());
    }

    private static FsmTransition establish(Set<FsmCondition> conditions) {
        return conditions.contains(HOLD_TIME_ZERO)
                ? FsmTransition.to(ESTABLISHED, SESSION_ESTABLISHED)
                : FsmTransition.to(ESTABLISHED, START_HOLD_TIMER, START_SEND_HOLD_TIMER, SESSION_ESTABLISHED);
    }

    private static FsmTransition keepAlive(FsmState state, Set<FsmCondition> conditions) {
        return conditions.contains(HOLD_TIME_ZERO)
                ? stay(state, SEND_KEEPALIVE)
                : stay(state, SEND_KEEPALIVE, START_KEEPALIVE_TIMER);
    }

    private static FsmTransition heard(Set<FsmCondition> conditions, FsmAction... then) {
        ImmutableList.Builder<FsmAction> actions = ImmutableList.builder();
        if (!conditions.contains(HOLD_TIME_ZERO)) {
            actions.add(START_HOLD_TIMER);
        }
        return new FsmTransition(ESTABLISHED, actions.add(then).build());
    }

    /** An error before our OPEN was sent: told to the peer only where that is allowed. */
    private static FsmTransition failEarly(FsmAction notification, Set<FsmCondition> conditions) {
        return conditions.contains(SEND_NOTIFICATION_WITHOUT_OPEN) ? fail(conditions, notification) : fail(conditions);
    }

    private static FsmTransition versionRefusedEarly(Set<FsmCondition> conditions) {
        return conditions.contains(DELAY_OPEN_TIMER_RUNNING)
                ? fall(conditions, STOP_CONNECT_RETRY_TIMER, STOP_DELAY_OPEN_TIMER, RELEASE_RESOURCES, DROP_CONNECTION)
                : fail(conditions);
    }

    private static FsmTransition versionRefused(Set<FsmCondition> conditions) {
        return fall(conditions, STOP_CONNECT_RETRY_TIMER, RELEASE_RESOURCES, DROP_CONNECTION);
    }

    /** Ends a connection that was no session yet, with a NOTIFICATION or without. */
    private static FsmTransition fail(Set<FsmCondition> conditions, FsmAction... notification) {
        ImmutableList.Builder<FsmAction> actions = ImmutableList.builder();
        actions.add(notification)
                .add(STOP_CONNECT_RETRY_TIMER, RELEASE_RESOURCES, DROP_CONNECTION, INCREMENT_CONNECT_RETRY_COUNTER);
        return fall(conditions, actions.build());
    }

    /** Ends a session, with a NOTIFICATION or without. */
    private static FsmTransition closeSession(Set<FsmCondition> conditions, FsmAction... notification) {
        ImmutableList.Builder<FsmAction> actions = ImmutableList.builder();
        actions.add(notification).add(STOP_CONNECT_RETRY_TIMER, SESSION_CLOSED);
        actions.add(RELEASE_RESOURCES, DROP_CONNECTION, INCREMENT_CONNECT_RETRY_COUNTER);
        return fall(conditions, actions.build());
    }

    private static FsmTransition fall(Set<FsmCondition> conditions, FsmAction... actions) {
        return fall(conditions, ImmutableList.copyOf(actions));
    }

    /** To Idle, there to be held for a while if oscillations are damped. */
    private static FsmTransition fall(Set<FsmCondition> conditions, ImmutableList<FsmAction> actions) {
        ImmutableList.Builder<FsmAction> all = ImmutableList.builder();
        all.addAll(actions);
        if (conditions.contains(DAMP_PEER_OSCILLATIONS)) {
            all.add(START_IDLE_HOLD_TIMER);
        }
        return new FsmTransition(IDLE, all.build());
    }
}

package coldpotato.bgp.speaker;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.fsm.Fsm;
import coldpotato.bgp.fsm.FsmAction;
import coldpotato.bgp.fsm.FsmCondition;
import coldpotato.bgp.fsm.FsmEvent;
import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.fsm.FsmTimer;
import coldpotato.bgp.fsm.FsmTransition;
import coldpotato.bgp.wire.BgpError;
import coldpotato.bgp.wire.BgpMessage;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.Framer;
import coldpotato.bgp.wire.KeepaliveMessage;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.bgp.wire.NotificationCode;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.bgp.wire.OctetString;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.bgp.wire.RouteRefreshMessage;
import coldpotato.bgp.wire.UpdateMessage;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One connection to a peer with its own state machine: carries out what {@link Fsm} says and tells the {@link Peer} when the
 * session comes up or ends. Without a transport connection it is the machine that waits or tries to connect.
 */
final class BgpConnection {
    static final long NO_TRANSPORT = -1;

    private final Peer peer;
    private final Deadlines<FsmTimer> timers = new Deadlines<>(FsmTimer.class);
    private FsmState state = FsmState.IDLE;
    private boolean contender;
    private boolean ours;
    private long transport = NO_TRANSPORT;
    private Framer framer = new Framer();
    /** What the transport had still to send when that was last looked at. */
    private long unsentOctets;

    private OpenMessage received;
    private Negotiation negotiation;
    private BgpMessage message;
    private NotificationMessage toSend;
    private Ending ending = Ending.NONE;

    /** @param contender true for a second connection while another is there: it never opens a transport itself */
    BgpConnection(Peer peer, boolean contender) {
        this.peer = peer;
        this.contender = contender;
    }

    /** The other connection is gone: this one is the session's from now on. */
    void prevail() {
        contender = false;
    }

    FsmState state() {
        return state;
    }

    /** True if we opened the transport, false if the peer did. */
    boolean isOurs() {
        return ours;
    }

    long transport() {
        return transport;
    }

    boolean isEstablished() {
        return state == FsmState.ESTABLISHED;
    }

    Optional<Negotiation> negotiation() {
        return Optional.ofNullable(negotiation);
    }

    /** The peer's OPEN, null before it came. */
    OpenMessage received() {
        return received;
    }

    CodecContext context() {
        return negotiation == null ? CodecContext.BEFORE_OPEN : negotiation.context();
    }

    /** When the wait in Idle ends, empty if there is none. */
    OptionalLong idleUntilNanos() {
        return timers.isArmed(FsmTimer.IDLE_HOLD)
                ? OptionalLong.of(timers.deadlineNanos(FsmTimer.IDLE_HOLD))
                : OptionalLong.empty();
    }

    long nextDeadlineNanos() {
        return timers.nextNanos();
    }

    /** Gives the machine a transport that the peer opened. */
    void attach(long connection) {
        checkState(transport == NO_TRANSPORT, "%s has a connection already", peer.name());
        transport = connection;
        ours = false;
    }

    private void initiate(long now) {
        transport = peer.connect(now);
        ours = true;
    }

    void deadlineReached(long now) {
        for (Optional<FsmTimer> due = timers.takeDue(now);
                due.isPresent() && peer.has(this);
                due = timers.takeDue(now)) {
            FsmTimer timer = due.get();
            if (timer == FsmTimer.SEND_HOLD && takesBytes()) {
                restartSendHold(now);
                continue;
            }
            ending = switch (timer) {
                case HOLD -> Ending.of(DownReason.HOLD_TIMER, "nothing heard for the hold time");
                case SEND_HOLD -> Ending.of(DownReason.SEND_HOLD_TIMER, "the peer takes no bytes");
                case CONNECT_RETRY, KEEPALIVE, DELAY_OPEN, IDLE_HOLD -> Ending.NONE;
            };
            step(now, timer.expiry());
        }
    }

    /** Ends the session, or the attempt, for a reason of ours and says so to the peer. */
    void stop(long now, FsmEvent event, NotificationMessage notification, Ending why) {
        toSend = notification;
        ending = why;
        step(now, event);
    }

    /** Starts a new attempt at once, whatever is under way. */
    void tryAgain(long now) {
        drop(true);
        timers.cancel(FsmTimer.DELAY_OPEN);
        step(now, FsmEvent.CONNECT_RETRY_TIMER_EXPIRES);
    }

    /** The transport that we asked for is open. */
    void connected(long now) {
        if (!peer.hasAgreedMeanwhile(now)) {
            step(now, FsmEvent.TCP_CR_ACKED);
        }
    }

    void transportFailed(long now) {
        transport = NO_TRANSPORT;
        ending = Ending.of(DownReason.CONNECTION_CLOSED, "the peer closed the connection");
        step(now, FsmEvent.TCP_CONNECTION_FAILS);
    }

    /** Takes bytes from the wire; stops in the middle if they end the session. */
    void received(long now, byte[] bytes) {
        framer.add(bytes);
        Framer reading = framer;
        try {
            for (byte[] frame = reading.next(); frame != null; frame = framer == reading ? reading.next() : null) {
                peer.countReceived();
                dispatch(now, peer.decode(now, frame, context()));
            }
        } catch (BgpError error) {
            refuse(now, error);
        }
    }

    private void dispatch(long now, BgpMessage arrived) throws BgpError {
        message = arrived;
        if (arrived instanceof OpenMessage open) {
            opened(now, open);
        } else if (arrived instanceof UpdateMessage) {
            step(now, FsmEvent.UPDATE_MSG);
        } else if (arrived instanceof KeepaliveMessage) {
            step(now, FsmEvent.KEEPALIVE_MSG);
        } else if (arrived instanceof RouteRefreshMessage) {
            step(now, FsmEvent.ROUTE_REFRESH_MSG);
        } else if (arrived instanceof NotificationMessage notification) {
            notified(now, notification);
        }
    }

    private void notified(long now, NotificationMessage notification) {
        ending = Ending.of(DownReason.NOTIFICATION, notification.toString());
        boolean version = notification.is(NotificationCode.UNSUPPORTED_VERSION_NUMBER);
        step(now, version ? FsmEvent.NOTIF_MSG_VER_ERR : FsmEvent.NOTIF_MSG);
        if (notification.is(NotificationCode.CONNECTION_COLLISION_RESOLUTION)) {
            peer.replaced();
        }
    }

    private void opened(long now, OpenMessage open) throws BgpError {
        if (state == FsmState.OPEN_SENT || timers.isArmed(FsmTimer.DELAY_OPEN)) {
            peer.expectations().check(open);
            received = open;
            negotiation = peer.agreeOn(open);
            if (!peer.survivesCollision(now, this, open)) {
                return;
            }
        }
        step(now, timers.isArmed(FsmTimer.DELAY_OPEN) ? FsmEvent.BGP_OPEN_WITH_DELAY_OPEN_TIMER : FsmEvent.BGP_OPEN);
        if (state == FsmState.OPEN_CONFIRM && negotiation.context().extendedMessages()) {
            framer.allowExtendedMessages();
        }
    }

    private void refuse(long now, BgpError error) {
        peer.trace().turn(now, TraceKind.PEER_FAULT, "fault", error.getMessage(), "reaction", "session reset");
        FsmEvent event =
                switch (error.notification().code()) {
                    case 1 -> FsmEvent.BGP_HEADER_ERR;
                    case 2 -> FsmEvent.BGP_OPEN_MSG_ERR;
                    case 3 -> FsmEvent.UPDATE_MSG_ERR;
                    default -> FsmEvent.AUTOMATIC_STOP;
                };
        stop(now, event, error.notification(), Ending.of(DownReason.PEER_ERROR, error.getMessage()));
    }

    /** One step of the machine, its actions carried out in order. */
    void step(long now, FsmEvent event) {
        FsmState before = state;
        FsmTransition transition = Fsm.step(state, event, conditions());
        state = transition.next();
        if (before != state) {
            traceMove(now, before, event);
        }
        for (FsmAction action : transition.actions()) {
            carryOut(now, action);
        }
        message = null;
        toSend = null;
        peer.stepped(now);
    }

    /** Why an attempt failed is known here only; why a session ended is told when it does. */
    private void traceMove(long now, FsmState before, FsmEvent event) {
        List<String> fields =
                new ArrayList<>(List.of("from", before.rfcName(), "to", state.rfcName(), "event", event.rfcName()));
        if (before != FsmState.ESTABLISHED && message instanceof NotificationMessage) {
            fields.addAll(List.of("detail", ending.text()));
        }
        peer.trace().turn(now, TraceKind.SESSION_STATE, fields.toArray(String[]::new));
    }

    private EnumSet<FsmCondition> conditions() {
        EnumSet<FsmCondition> conditions = EnumSet.of(FsmCondition.DAMP_PEER_OSCILLATIONS);
        addIf(conditions, peer.timing().delayOpenNanos() > 0, FsmCondition.DELAY_OPEN);
        addIf(conditions, peer.config().passive() || contender, FsmCondition.PASSIVE_TCP_ESTABLISHMENT);
        addIf(conditions, timers.isArmed(FsmTimer.DELAY_OPEN), FsmCondition.DELAY_OPEN_TIMER_RUNNING);
        addIf(conditions, timers.isArmed(FsmTimer.IDLE_HOLD), FsmCondition.IDLE_HOLD_TIMER_RUNNING);
        addIf(conditions, negotiation != null && negotiation.holdTimeSeconds() == 0, FsmCondition.HOLD_TIME_ZERO);
        return conditions;
    }

    private static void addIf(EnumSet<FsmCondition> conditions, boolean holds, FsmCondition condition) {
        if (holds) {
            conditions.add(condition);
        }
    }

    private void carryOut(long now, FsmAction action) {
        if (action.isNotification()) {
            send(now, MessageEncoder.encode(notification(action)));
            return;
        }
        switch (action) {
            case INITIATE_CONNECTION -> initiate(now);
            case DROP_CONNECTION -> drop(false);
            case SEND_OPEN -> send(now, MessageEncoder.encode(peer.open()));
            case SEND_KEEPALIVE -> send(now, MessageEncoder.keepalive());
            case RESET_CONNECT_RETRY_COUNTER -> peer.forgetFailures();
            case INCREMENT_CONNECT_RETRY_COUNTER -> peer.countFailure(now, this);
            case PROCESS_UPDATE -> peer.update(now, (UpdateMessage) message);
            case PROCESS_ROUTE_REFRESH -> peer.refresh(now, (RouteRefreshMessage) message);
            case SESSION_ESTABLISHED -> peer.sessionUp(now, this);
            case SESSION_CLOSED -> sessionClosed(now);
            case RELEASE_RESOURCES -> release(now);
            default -> setTimer(now, action);
        }
    }

    private void setTimer(long now, FsmAction action) {
        switch (action) {
            case START_CONNECT_RETRY_TIMER -> arm(now, FsmTimer.CONNECT_RETRY, peer.connectRetryNanos());
            case STOP_CONNECT_RETRY_TIMER -> timers.cancel(FsmTimer.CONNECT_RETRY);
            case START_DELAY_OPEN_TIMER ->
                arm(now, FsmTimer.DELAY_OPEN, peer.timing().delayOpenNanos());
            case STOP_DELAY_OPEN_TIMER -> timers.cancel(FsmTimer.DELAY_OPEN);
            case START_HOLD_TIMER_LARGE -> arm(now, FsmTimer.HOLD, FsmTimer.LARGE_HOLD_NANOS);
            case START_HOLD_TIMER -> arm(now, FsmTimer.HOLD, holdNanos());
            case STOP_HOLD_TIMER -> timers.cancel(FsmTimer.HOLD);
            case START_KEEPALIVE_TIMER -> arm(now, FsmTimer.KEEPALIVE, peer.keepaliveNanos(holdNanos()));
            case STOP_KEEPALIVE_TIMER -> timers.cancel(FsmTimer.KEEPALIVE);
            case START_IDLE_HOLD_TIMER -> arm(now, FsmTimer.IDLE_HOLD, peer.idleHoldNanos());
            case STOP_IDLE_HOLD_TIMER -> timers.cancel(FsmTimer.IDLE_HOLD);
            case START_SEND_HOLD_TIMER -> restartSendHold(now);
            default -> {
                // The rest is about resources that this machine always has, or about connections that Peer looks after.
            }
        }
    }

    private void arm(long now, FsmTimer timer, long afterNanos) {
        timers.arm(timer, now + afterNanos);
        peer.waitsFor(now + afterNanos);
    }

    long holdNanos() {
        return negotiation == null ? 0 : Durations.seconds(negotiation.holdTimeSeconds());
    }

    private void restartSendHold(long now) {
        arm(now, FsmTimer.SEND_HOLD, peer.timing().effectiveSendHoldNanos(holdNanos()));
    }

    private NotificationMessage notification(FsmAction action) {
        if (action.notificationSubcode() == FsmAction.SUBCODE_OF_CAUSE) {
            return toSend != null ? toSend : new NotificationMessage(action.notificationCode(), 0, OctetString.EMPTY);
        }
        boolean unexpected = action.notificationCode() == NotificationCode.FSM_ERROR.code() && message != null;
        if (ending.isNone()) {
            ending = Ending.of(
                    DownReason.PEER_ERROR,
                    NotificationCode.text(action.notificationCode(), action.notificationSubcode()));
        }
        return new NotificationMessage(
                action.notificationCode(),
                action.notificationSubcode(),
                unexpected ? OctetString.of((byte) message.type().code()) : OctetString.EMPTY);
    }

    /** Hands a message to the transport. */
    void send(long now, byte[] bytes) {
        if (transport == NO_TRANSPORT) {
            return;
        }
        if (timers.isArmed(FsmTimer.SEND_HOLD) && takesBytes()) {
            restartSendHold(now);
        }
        peer.send(now, transport, bytes);
        unsentOctets = peer.unsentOctets(transport);
    }

    /** True if the peer has taken everything, or some of what waited when this was last looked at (RFC 9687). */
    private boolean takesBytes() {
        long before = unsentOctets;
        unsentOctets = peer.unsentOctets(transport);
        return unsentOctets < before || (unsentOctets == 0 && isWritable());
    }

    /** The transport has room again. */
    void writable(long now) {
        if (timers.isArmed(FsmTimer.SEND_HOLD)) {
            restartSendHold(now);
        }
        if (isEstablished()) {
            peer.proceed(now);
        }
    }

    /** False while the transport is full, or there is none: then only what is urgent is sent. */
    boolean isWritable() {
        return transport != NO_TRANSPORT && peer.isWritable(transport);
    }

    /** Closes the transport; the machine stays. */
    void drop(boolean abort) {
        if (transport != NO_TRANSPORT) {
            peer.close(transport, abort);
            transport = NO_TRANSPORT;
        }
        framer = new Framer();
    }

    private void sessionClosed(long now) {
        peer.sessionDown(now, ending);
        ending = Ending.NONE;
    }

    private void release(long now) {
        if (transport != NO_TRANSPORT && !ending.isNone()) {
            peer.attemptFailed(now, this, ending.reason());
        }
        timers.cancel(FsmTimer.HOLD);
        timers.cancel(FsmTimer.KEEPALIVE);
        timers.cancel(FsmTimer.DELAY_OPEN);
        timers.cancel(FsmTimer.SEND_HOLD);
        negotiation = null;
        received = null;
        ending = Ending.NONE;
    }
}

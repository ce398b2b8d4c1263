package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.fsm.Collision;
import coldpotato.bgp.fsm.FsmEvent;
import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.fsm.IdleHoldBackoff;
import coldpotato.bgp.wire.BgpError;
import coldpotato.bgp.wire.BgpMessage;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.bgp.wire.NotificationCode;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.bgp.wire.OctetString;
import coldpotato.bgp.wire.OpenExpectations;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.bgp.wire.RouteRefreshMessage;
import coldpotato.bgp.wire.UpdateMessage;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Durations;
import coldpotato.core.time.Luck;
import coldpotato.core.trace.TraceKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A neighbour: its settings, and one or, for as long as a collision lasts, two connections to it (RFC 4271 section 6.8).
 * Decides which connection is the session's and when to try again after a failure.
 */
final class Peer {
    /** From the first wait, doubling up to a minute; forgotten after five minutes of a session that stays up. */
    private static final IdleHoldBackoff BACKOFF =
            new IdleHoldBackoff(Durations.seconds(5), Durations.seconds(60), Durations.seconds(300));

    private final PeerHost host;
    private final SessionTrace trace;
    private final Luck timerLuck;
    private final IdleHoldBackoff backoff;
    private PeerConfig config;
    private BgpConnection main;
    private BgpConnection contender;
    private FsmState lastState = FsmState.IDLE;
    private boolean stopped;
    private boolean penalty;
    private boolean replaced;
    private boolean retired;
    private int failures;
    private long upSinceNanos = PeerView.NEVER;
    private long changedNanos;
    private long retryAfterNanos;
    private long drawn;
    private long queuedNanos = Deadlines.NONE;
    private PeerCounters counters = PeerCounters.NONE;
    private Ending lastEnding = Ending.NONE;
    private Optional<FailedAttempt> failedAttempt = Optional.empty();

    Peer(PeerConfig config, PeerHost host, SessionTrace trace, long seed, String node) {
        this.config = config;
        this.host = host;
        this.trace = trace;
        this.timerLuck = Luck.of(seed, node, "timers of " + config.name());
        this.backoff = BACKOFF.withInitial(config.timers().idleHoldNanos());
        this.main = new BgpConnection(this, false);
    }

    String name() {
        return config.name();
    }

    PeerConfig config() {
        return config;
    }

    SessionTimers timing() {
        return config.timers();
    }

    SessionTrace trace() {
        return trace;
    }

    BgpConnection session() {
        return main;
    }

    boolean isEstablished() {
        return main.isEstablished();
    }

    /** Takes over settings that need no reset. */
    void configure(long now, PeerConfig changed) {
        boolean otherBfd = !changed.bfd().equals(config.bfd());
        config = changed;
        if (otherBfd && isEstablished()) {
            config.bfd().ifPresentOrElse(timers -> host.bfd().watch(now, name(), timers), () -> host.bfd()
                    .stop(now, name()));
        }
    }

    PeerView view() {
        return new PeerView(
                config,
                main.state(),
                stopped,
                main.negotiation(),
                main.isEstablished() ? main.received().bgpIdentifier() : null,
                changedNanos,
                counters,
                lastEnding.isNone() ? "" : lastEnding.reason().text(),
                failedAttempt,
                main.idleUntilNanos());
    }

    // Starting and stopping

    void start(long now) {
        stopped = false;
        penalty = false;
        retryAfterNanos = 0;
        main.step(now, config.passive() ? FsmEvent.AUTOMATIC_START_PASSIVE : FsmEvent.AUTOMATIC_START);
    }

    /** Ends the session and everything on the way to one, until {@link #start}. */
    void shutDown(long now, NotificationMessage notification, Ending why) {
        stopped = true;
        if (contender != null) {
            contender.stop(now, FsmEvent.MANUAL_STOP, notification, why);
        }
        main.stop(now, FsmEvent.MANUAL_STOP, notification, why);
    }

    /** Ends the session; it is tried again after the usual wait, or after {@code retryNanos} if that is not 0. */
    void reset(long now, NotificationMessage notification, Ending why, long retryNanos) {
        if (main.state() == FsmState.IDLE) {
            return;
        }
        if (contender != null) {
            contender.stop(now, FsmEvent.AUTOMATIC_STOP, notification, why);
        }
        retryAfterNanos = retryNanos;
        penalty = retryNanos > 0;
        main.stop(now, FsmEvent.AUTOMATIC_STOP, notification, why);
    }

    /** As an operator clears a session: ends it, or ends the wait for the next attempt. */
    void clear(long now, NotificationMessage notification, Ending why) {
        if (main.state() == FsmState.IDLE) {
            hurry(now);
        } else {
            reset(now, notification, why, 0);
        }
    }

    /** The way to the peer is there again: tries at once, unless a prefix limit wants its time. */
    void reachable(long now) {
        if (!penalty) {
            hurry(now);
        }
    }

    /** Tries again at once if the session is only waiting in Idle, Connect or Active for its next attempt. */
    void hurry(long now) {
        if (stopped) {
            return;
        }
        switch (main.state()) {
            case IDLE -> main.step(now, FsmEvent.IDLE_HOLD_TIMER_EXPIRES);
            case CONNECT, ACTIVE -> main.tryAgain(now);
            case OPEN_SENT, OPEN_CONFIRM, ESTABLISHED -> {
                // Already under way.
            }
        }
    }

    // Connections

    /** A connection that the peer opened. */
    void accepted(long now, long connection) {
        if (replaced) {
            main.step(now, FsmEvent.AUTOMATIC_START_PASSIVE);
        }
        boolean waiting = main.state() == FsmState.ACTIVE && main.transport() == BgpConnection.NO_TRANSPORT;
        if (stopped || main.state() == FsmState.IDLE || (!waiting && contender != null)) {
            host.close(connection, true);
            return;
        }
        if (waiting) {
            main.attach(connection);
            main.step(now, FsmEvent.TCP_CONNECTION_CONFIRMED);
            return;
        }
        contender = new BgpConnection(this, true);
        contender.attach(connection);
        contender.step(now, FsmEvent.AUTOMATIC_START_DAMPED_PASSIVE);
        contender.step(now, FsmEvent.TCP_CONNECTION_CONFIRMED);
    }

    /**
     * The peer gave the connection up for another one, which it opened and which may still be on its way to us: that one is
     * taken, and does not have to wait until we would try again.
     */
    void replaced() {
        replaced = main.state() == FsmState.IDLE && !stopped;
    }

    boolean has(BgpConnection connection) {
        return connection == main || connection == contender;
    }

    /** The machine that a transport connection belongs to, null for one that is given up. */
    BgpConnection connection(long transport) {
        if (main.transport() == transport) {
            return main;
        }
        return contender != null && contender.transport() == transport ? contender : null;
    }

    /** Settles a collision when an OPEN came on one of two connections; false if that connection lost. */
    boolean survivesCollision(long now, BgpConnection connection, OpenMessage open) {
        BgpConnection other = connection == main ? contender : main;
        if (other == null) {
            return true;
        }
        OpenMessage own = open();
        Collision verdict = Collision.resolve(
                own.bgpIdentifier().toInt(),
                open.bgpIdentifier().toInt(),
                own.as(),
                open.as(),
                other.state(),
                other.isOurs());
        BgpConnection loser =
                switch (verdict) {
                    case NONE -> null;
                    case KEEP_EXISTING -> connection;
                    case KEEP_NEW -> other;
                };
        if (loser != null) {
            loser.stop(
                    now,
                    FsmEvent.OPEN_COLLISION_DUMP,
                    NotificationMessage.of(NotificationCode.CONNECTION_COLLISION_RESOLUTION),
                    Ending.of(DownReason.COLLISION, "the other connection to this peer was kept"));
        }
        return loser != connection;
    }

    /** After each step: the machine that is furthest is the session's; a contender that failed is forgotten. */
    void stepped(long now) {
        if (contender != null && contender.transport() == BgpConnection.NO_TRANSPORT) {
            contender = null;
        } else if (contender != null && main.state() == FsmState.IDLE) {
            promote();
        }
        changedNanos = main.state() == lastState ? changedNanos : now;
        lastState = main.state();
        replaced = false;
    }

    /**
     * True if the peer's connection got as far as OpenConfirm before ours was open: ours is given up. The peer may have taken
     * its own for Established already, and then an OPEN on ours would cost both.
     */
    boolean hasAgreedMeanwhile(long now) {
        boolean agreed = contender != null && contender.state() == FsmState.OPEN_CONFIRM;
        if (agreed) {
            promote();
            stepped(now);
        }
        return agreed;
    }

    private void promote() {
        main.drop(true);
        main = contender;
        main.prevail();
        contender = null;
    }

    // Time and BFD

    void bfdDown(long now) {
        if (isEstablished()) {
            reset(
                    now,
                    NotificationMessage.of(NotificationCode.BFD_DOWN),
                    Ending.of(DownReason.BFD, "BFD declared the path dead"),
                    0);
        }
    }

    /** Another stands in its place, or none: it waits for nothing any more. */
    void retire() {
        retired = true;
    }

    long nextDeadlineNanos() {
        if (retired) {
            return Deadlines.NONE;
        }
        long next = main.nextDeadlineNanos();
        return contender == null ? next : Math.min(next, contender.nextDeadlineNanos());
    }

    /** A timer is armed for this time. */
    void waitsFor(long nanos) {
        host.deadlines().atLatest(nanos, this);
    }

    /** Its deadlines were looked after: the next one is to be waited for. */
    void deadlineMoved() {
        host.deadlines().atLatest(nextDeadlineNanos(), this);
    }

    /** The deadline that it is queued with, {@code Deadlines.NONE} if it is not queued. */
    long queuedNanos() {
        return queuedNanos;
    }

    void queued(long nanos) {
        queuedNanos = nanos;
    }

    void deadlineReached(long now) {
        BgpConnection other = contender;
        main.deadlineReached(now);
        if (other != null && other == contender) {
            other.deadlineReached(now);
        }
    }

    // What the machines ask for

    OpenMessage open() {
        int hold = (int) (config.timers().holdNanos() / Durations.NANOS_PER_SECOND);
        return OpenMessage.offering(config.localAs(), hold, host.routerId(), config.families());
    }

    Negotiation agreeOn(OpenMessage received) {
        return Negotiation.of(open(), received, false).withLoopbackNextHops(config.loopbackNextHops());
    }

    OpenExpectations expectations() {
        return new OpenExpectations(config.remoteAs(), config.localAs(), host.routerId(), config.families());
    }

    long connectRetryNanos() {
        return timerLuck.shorten(config.timers().connectRetryNanos(), drawn++);
    }

    /** How long until the next KEEPALIVE, jittered. */
    long keepaliveNanos(long holdNanos) {
        return timerLuck.shorten(config.timers().keepaliveNanos(holdNanos), drawn++);
    }

    long idleHoldNanos() {
        if (retryAfterNanos > 0) {
            long wait = retryAfterNanos;
            retryAfterNanos = 0;
            return wait;
        }
        return timerLuck.shorten(backoff.waitNanos(failures), drawn++);
    }

    void forgetFailures() {
        failures = 0;
    }

    /** A failure of the connection that counts; what becomes of a second one says nothing of the peer. */
    void countFailure(long now, BgpConnection connection) {
        if (connection != main) {
            return;
        }
        long up = upSinceNanos == PeerView.NEVER ? 0 : now - upSinceNanos;
        failures = backoff.counterAfterFailure(failures, up);
    }

    /** A connection ended before it was a session; what becomes of a second one says nothing of the peer. */
    void attemptFailed(long now, BgpConnection connection, DownReason reason) {
        if (connection == main && reason != DownReason.COLLISION) {
            failedAttempt = Optional.of(new FailedAttempt(now, reason));
        }
    }

    long connect(long now) {
        return host.connect(this);
    }

    void close(long transport, boolean abort) {
        host.close(transport, abort);
    }

    boolean isWritable(long transport) {
        return host.isWritable(transport);
    }

    long unsentOctets(long transport) {
        return host.unsentOctets(transport);
    }

    void send(long now, long transport, byte[] bytes) {
        counters = counters.sent();
        if (trace.wants(TraceKind.MESSAGE_SENT)) {
            trace.record(now, TraceKind.MESSAGE_SENT, "message", MessageText.of(bytes));
        }
        host.send(transport, bytes);
    }

    void countReceived() {
        counters = counters.received();
    }

    BgpMessage decode(long now, byte[] frame, CodecContext context) throws BgpError {
        if (trace.wants(TraceKind.MESSAGE_RECEIVED)) {
            trace.record(now, TraceKind.MESSAGE_RECEIVED, "message", MessageText.of(frame));
        }
        return host.decode(frame, context);
    }

    void update(long now, UpdateMessage update) {
        host.update(now, this, update);
    }

    void refresh(long now, RouteRefreshMessage refresh) {
        if (refresh.subtype() == RouteRefreshMessage.REQUEST) {
            refresh.family().ifPresent(family -> host.refresh(now, this, family));
        }
    }

    /** The session's connection has room for what could not be told. */
    void proceed(long now) {
        host.proceed(now, this);
    }

    void sessionUp(long now, BgpConnection connection) {
        if (connection == contender) {
            promote();
        }
        penalty = false;
        upSinceNanos = now;
        changedNanos = now;
        lastEnding = Ending.NONE;
        failedAttempt = Optional.empty();
        trace.turn(
                now,
                TraceKind.SESSION_UP,
                "peer-as",
                Integer.toUnsignedString(config.remoteAs()),
                "hold-time",
                Durations.format(connection.holdNanos()),
                "local",
                config.localAddress().toString(),
                "remote",
                config.remoteAddress().toString());
        host.sessionUp(now, this);
        config.bfd().ifPresent(timers -> host.bfd().watch(now, name(), timers));
    }

    void sessionDown(long now, Ending why) {
        host.bfd().forget(now, name());
        lastEnding = why;
        changedNanos = now;
        trace.turn(
                now,
                TraceKind.SESSION_DOWN,
                "reason",
                why.reason().text(),
                "detail",
                why.text(),
                "was-up",
                Durations.format(now - upSinceNanos));
        host.sessionDown(now, this);
        upSinceNanos = PeerView.NEVER;
    }

    /** Tears the session down because the peer announced too much (RFC 4486 section 4): AFI, SAFI and the limit. */
    void prefixLimitExceeded(long now, AfiSafi family, PrefixLimit limit, int count) {
        byte[] particulars = ByteBuffer.allocate(7)
                .putShort((short) family.afi())
                .put((byte) family.safi())
                .putInt(limit.prefixes())
                .array();
        reset(
                now,
                NotificationMessage.of(NotificationCode.MAXIMUM_PREFIXES_REACHED, OctetString.of(particulars)),
                Ending.of(DownReason.PREFIX_LIMIT, count + " prefixes, " + limit.prefixes() + " allowed"),
                limit.retryNanos());
    }
}

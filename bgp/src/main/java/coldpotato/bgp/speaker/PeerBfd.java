package coldpotato.bgp.speaker;

import coldpotato.bgp.bfd.BfdDiagnostic;
import coldpotato.bgp.bfd.BfdSession;
import coldpotato.bgp.bfd.BfdSink;
import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;
import coldpotato.core.trace.TraceKind;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fast failure detection for one neighbour (RFC 5882): runs while the session is Established and says when the path, once
 * found alive, is dead. When the session ends it falls silent without a word, so that the neighbour learns of the end by BGP.
 */
final class PeerBfd implements BfdSink {
    private final SessionTrace trace;
    private final Consumer<byte[]> packets;
    private final Luck luck;
    private final int discriminator;
    private BfdSession session;
    private boolean dead;

    /** @param discriminator of our end: unique on this router, not 0 */
    PeerBfd(SessionTrace trace, Luck luck, int discriminator, Consumer<byte[]> packets) {
        this.trace = trace;
        this.packets = packets;
        this.luck = luck;
        this.discriminator = discriminator;
    }

    /** Runs BFD with these timers from now on; timers of a session that runs are agreed anew with the neighbour. */
    void use(long now, BfdTimers timers) {
        if (session != null && session.state() != BfdState.ADMIN_DOWN) {
            session.changeTimers(now, timers);
            return;
        }
        dead = false;
        session = new BfdSession(discriminator, timers, luck, this);
        session.start(now);
    }

    /** The operator takes BFD off a session that stays: the neighbour is told, and does not take it for a failure. */
    void stop(long now) {
        if (session != null) {
            session.stop(now);
        }
    }

    void end() {
        session = null;
    }

    Optional<BfdSession> session() {
        return Optional.ofNullable(session);
    }

    long nextDeadlineNanos() {
        return session == null ? Deadlines.NONE : session.nextDeadlineNanos();
    }

    void deadlineReached(long now) {
        if (session != null) {
            session.deadlineReached(now);
        }
    }

    void received(long now, byte[] packet) {
        if (session != null) {
            session.received(now, packet);
        }
    }

    /** True once after the path was found dead. */
    boolean takeDead() {
        boolean was = dead;
        dead = false;
        return was;
    }

    @Override
    public void send(byte[] packet) {
        packets.accept(packet);
    }

    @Override
    public void stateChanged(long now, BfdState from, BfdState to, BfdDiagnostic diagnostic) {
        trace.turn(now, TraceKind.BFD_STATE, "from", text(from), "to", text(to), "diagnostic", text(diagnostic));
        // RFC 5882 section 3.2: a neighbour that was told to stop BFD is not dead.
        dead |= from == BfdState.UP && to == BfdState.DOWN && session.remoteState() != BfdState.ADMIN_DOWN;
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

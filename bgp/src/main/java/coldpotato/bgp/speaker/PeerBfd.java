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

    PeerBfd(SessionTrace trace, long seed, String node, String peer, Consumer<byte[]> packets) {
        this.trace = trace;
        this.packets = packets;
        this.luck = Luck.of(seed, node, "bfd " + peer);
        // Unique enough on this router: packets find their session by the neighbour's address, not by this number.
        this.discriminator = peer.hashCode() | 1;
    }

    void start(long now, BfdTimers timers) {
        dead = false;
        session = new BfdSession(discriminator, timers, luck, this);
        session.start(now);
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
        dead |= from == BfdState.UP && to == BfdState.DOWN;
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

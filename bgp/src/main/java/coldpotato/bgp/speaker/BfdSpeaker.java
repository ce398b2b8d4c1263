package coldpotato.bgp.speaker;

import coldpotato.bgp.bfd.BfdDiagnostic;
import coldpotato.bgp.bfd.BfdSession;
import coldpotato.bgp.bfd.BfdSink;
import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All BFD sessions of one router, without a world: a sibling of {@link BgpSpeaker} that is driven in the same way, by the
 * same thread or by one of its own so that a busy table never makes a packet late.
 *
 * <p>What a host must keep to: one thread; time never goes back; after every input it asks {@link #nextDeadlineNanos} and
 * calls {@link #deadlineReached} then, or later; before every input it tells the trace what caused it. The {@link
 * BfdClient} may forget sessions from inside its call; nothing else may call back.
 */
public final class BfdSpeaker implements Bfd {
    private final String node;
    private final TraceSink trace;
    private final long seed;
    private final BiConsumer<String, byte[]> packets;
    private final BfdClient client;
    private final Map<String, Path> paths = new LinkedHashMap<>();
    private int sessionsEver;

    /**
     * @param node the router's name, in the trace and for its luck
     * @param seed of the run: jitter is a function of it, the node, the neighbour and a count
     * @param packets sends one packet to a neighbour (RFC 5881); it may be lost
     */
    public BfdSpeaker(String node, TraceSink trace, long seed, BiConsumer<String, byte[]> packets, BfdClient client) {
        this.node = node;
        this.trace = trace;
        this.seed = seed;
        this.packets = packets;
        this.client = client;
    }

    /** Timers of a session that runs are agreed anew with the neighbour. */
    @Override
    public void watch(long now, String peer, BfdTimers timers) {
        Path known = paths.get(peer);
        if (known != null && known.session.state() != BfdState.ADMIN_DOWN) {
            known.session.changeTimers(now, timers);
            return;
        }
        Path path = new Path(peer, timers);
        paths.put(peer, path);
        path.session.start(now);
    }

    @Override
    public void stop(long now, String peer) {
        session(peer).ifPresent(session -> session.stop(now));
    }

    @Override
    public void forget(long now, String peer) {
        paths.remove(peer);
    }

    /** A packet arrived from a neighbour; without a session it is of no interest. */
    public void datagram(long now, String peer, byte[] packet) {
        Path path = paths.get(peer);
        if (path != null) {
            path.session.received(now, packet);
            path.tell(now);
        }
    }

    /** When {@link #deadlineReached} is to be called next; {@code Deadlines.NONE} if nothing waits. */
    public long nextDeadlineNanos() {
        long next = Deadlines.NONE;
        for (Path path : paths.values()) {
            next = Math.min(next, path.session.nextDeadlineNanos());
        }
        return next;
    }

    /** Some deadline may have passed. */
    public void deadlineReached(long now) {
        long cause = trace.cause();
        for (Path path : ImmutableList.copyOf(paths.values())) {
            trace.because(cause);
            path.session.deadlineReached(now);
            path.tell(now);
        }
        trace.because(cause);
    }

    /** The running session of a neighbour, for hosts that leave out packets which change nothing. */
    public Optional<BfdSession> session(String peer) {
        return Optional.ofNullable(paths.get(peer)).map(path -> path.session);
    }

    /** How the session of a neighbour stands, empty if none runs. */
    public Optional<BfdView> view(String peer) {
        return session(peer).map(session -> new BfdView(session.state(), session.detectionTimeNanos()));
    }

    /** The way to one neighbour, from the start of a BFD session to its end. */
    private final class Path implements BfdSink {
        final String peer;
        final BfdSession session;
        final SessionTrace sessionTrace;
        boolean dead;

        Path(String peer, BfdTimers timers) {
            this.peer = peer;
            sessionTrace = new SessionTrace(trace, node, peer);
            session = new BfdSession(++sessionsEver, timers, Luck.of(seed, node, "bfd " + peer), this);
        }

        @Override
        public void send(byte[] packet) {
            packets.accept(peer, packet);
        }

        @Override
        public void stateChanged(long now, BfdState from, BfdState to, BfdDiagnostic why) {
            sessionTrace.turn(now, TraceKind.BFD_STATE, "from", text(from), "to", text(to), "diagnostic", text(why));
            // RFC 5882 section 3.2: a neighbour that was told to stop BFD is not dead.
            dead |= from == BfdState.UP && to == BfdState.DOWN && session.remoteState() != BfdState.ADMIN_DOWN;
        }

        /** Says once that the path was found dead, when the session has done all that it does. */
        void tell(long now) {
            if (dead) {
                dead = false;
                client.dead(now, peer, trace.cause());
            }
        }

        private static String text(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package coldpotato.bgp.netty;

import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.speaker.Bfd;
import coldpotato.bgp.speaker.BfdSpeaker;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;
import coldpotato.core.trace.TraceSink;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * Runs the {@link BfdSpeaker} of one host on UDP (RFC 5881) and on the event loop that a process keeps for BFD, so that a busy
 * table never makes a packet late. What the BGP speaker says through the door {@link Bfd} is posted to that loop; that a path
 * is dead is posted back, with its cause.
 */
final class BfdHost implements Bfd {
    /** A wake-up that comes so late was not late by itself: the process stood still. */
    private static final long STANDSTILL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Sockets sockets;
    private final EventLoop loop;
    private final MortalLoop fromOutside;
    private final SpeakerLoop speaker;
    private final TraceSink speakersTrace;
    private final Consumer<Throwable> onFailure;
    private final BfdTrace trace;
    private final BfdSockets wire;
    private final BfdSpeaker bfd;
    private boolean ended;
    private long standstillsNanos;
    private long lastNanos = Long.MIN_VALUE;
    private ScheduledFuture<?> wakeUp;
    private long wakeUpNanos = Deadlines.NONE;

    /** @param onFailure told on the speaker's loop of an error of ours; nothing is watched any more then */
    BfdHost(
            Sockets sockets,
            HostSettings settings,
            SpeakerLoop speaker,
            TraceSink trace,
            Consumer<Throwable> onFailure) {
        this.sockets = sockets;
        this.speaker = speaker;
        this.speakersTrace = trace;
        this.onFailure = onFailure;
        this.trace = new BfdTrace(speaker, trace);
        loop = sockets.bfdLoop();
        fromOutside = new MortalLoop(loop);
        Luck luck = Luck.of(settings.seed(), settings.node(), "bfd loss");
        wire = new BfdSockets(sockets, loop, luck, this::received);
        bfd = new BfdSpeaker(settings.node(), this.trace, settings.seed(), wire::send, this::dead);
    }

    /**
     * Opens sockets for neighbours with BFD, before any of them is watched.
     *
     * @throws SocketProblem if an address cannot be used; nothing has changed then
     */
    void adopt(HostSettings settings) {
        wire.adopt(settings);
    }

    void gate(String peer, Gate gate) {
        wire.gate(peer, gate);
    }

    /** How BFD with a neighbour stands, empty if none runs; from any thread. */
    Optional<BfdView> view(String peer) {
        return fromOutside.ask(() -> bfd.view(peer));
    }

    // What the BGP speaker says, on its loop.

    @Override
    public void watch(long now, String peer, BfdTimers timers) {
        post((running, at) -> running.watch(at, peer, timers));
    }

    @Override
    public void stop(long now, String peer) {
        post((running, at) -> running.stop(at, peer));
    }

    @Override
    public void forget(long now, String peer) {
        post((running, at) -> running.forget(at, peer));
    }

    private void post(ObjLongConsumer<BfdSpeaker> what) {
        long cause = speakersTrace.cause();
        fromOutside.post(() -> input(cause, what));
    }

    // BFD's own loop.

    private void received(String peer, byte[] packet) {
        input(0, (running, now) -> running.datagram(now, peer, packet));
    }

    private void dead(long now, String peer, long cause) {
        speaker.input(0, (running, at) -> {
            trace.follow(cause);
            running.bfdDown(at, peer);
        });
    }

    private void input(long cause, ObjLongConsumer<BfdSpeaker> what) {
        if (ended) {
            return;
        }
        try {
            trace.because(cause);
            what.accept(bfd, now());
            moveWakeUp();
        } catch (RuntimeException | Error bug) {
            finish();
            new MortalLoop(speaker.eventLoop()).post(() -> onFailure.accept(bug));
        }
    }

    /** Stands still while the process does: what nobody could hear was no silence of the neighbour. */
    private long now() {
        long now = sockets.nowNanos() - standstillsNanos;
        if (wakeUpNanos != Deadlines.NONE && now - wakeUpNanos > STANDSTILL_NANOS) {
            long resumed = Math.max(lastNanos, wakeUpNanos);
            standstillsNanos += now - resumed;
            now = resumed;
        }
        lastNanos = now;
        return now;
    }

    /** A deadline that moved away needs nothing: the wake-up comes early and moves itself. */
    private void moveWakeUp() {
        long next = bfd.nextDeadlineNanos();
        if (next < wakeUpNanos) {
            cancelWakeUp();
            wakeUpNanos = next;
            wakeUp = loop.schedule(this::wakeUp, Math.max(0, next - lastNanos), TimeUnit.NANOSECONDS);
        }
    }

    private void wakeUp() {
        now();
        cancelWakeUp();
        input(0, (running, at) -> running.deadlineReached(at));
    }

    /** Nothing is sent or heard any more. */
    void end() {
        fromOutside.run(this::finish);
    }

    private void finish() {
        ended = true;
        cancelWakeUp();
        wire.freeze();
    }

    /** Gives the sockets back. */
    void close() {
        end();
        wire.close();
    }

    private void cancelWakeUp() {
        if (wakeUp != null) {
            wakeUp.cancel(false);
        }
        wakeUp = null;
        wakeUpNanos = Deadlines.NONE;
    }
}

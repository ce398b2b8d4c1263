package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.time.Deadlines;
import coldpotato.core.trace.TraceSink;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;

/**
 * Hands inputs to a speaker as its contract wants them: on one thread, one after the other, with the time and the cause, and
 * with one wake-up for its next deadline. What an input sets off while it runs comes after it.
 */
final class SpeakerLoop {
    /** A wake-up so late means that the loop was busy with something else. */
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final EventLoop loop;
    private final MortalLoop fromAnywhere;
    private final LongSupplier clock;
    private final TraceSink trace;
    private final Consumer<Throwable> onFailure;
    private final Queue<Input> inputs = new ArrayDeque<>();
    private BgpSpeaker speaker;
    private Runnable afterInput;
    private boolean running;
    private boolean ended;
    private ScheduledFuture<?> wakeUp;
    private long wakeUpNanos = Deadlines.NONE;

    private record Input(long cause, ObjLongConsumer<BgpSpeaker> what) {}

    /**
     * @param onFailure told of an error in the speaker, or in what it calls; no input follows it
     */
    SpeakerLoop(EventLoop loop, LongSupplier clock, TraceSink trace, Consumer<Throwable> onFailure) {
        this.loop = loop;
        this.fromAnywhere = new MortalLoop(loop);
        this.clock = clock;
        this.trace = trace;
        this.onFailure = onFailure;
    }

    /**
     * The speaker to be driven.
     *
     * @param andThen done after each input, such as to flush what it wrote
     */
    void drive(BgpSpeaker driven, Runnable andThen) {
        speaker = driven;
        afterInput = andThen;
    }

    EventLoop eventLoop() {
        return loop;
    }

    /** The cause of what the speaker is doing now. */
    long cause() {
        return trace.cause();
    }

    /** An input, from any thread: at once where that is possible, else as soon as it is. */
    void input(long cause, ObjLongConsumer<BgpSpeaker> what) {
        fromAnywhere.post(() -> take(new Input(cause, what)));
    }

    private void take(Input input) {
        if (!ended) {
            inputs.add(input);
        }
        if (running) {
            return;
        }
        running = true;
        try {
            for (Input next = inputs.poll(); next != null; next = inputs.poll()) {
                hand(next);
            }
        } finally {
            running = false;
        }
    }

    private void hand(Input input) {
        guarded(() -> {
            trace.because(input.cause);
            input.what.accept(speaker, clock.getAsLong());
            afterInput.run();
            moveWakeUp();
        });
    }

    /** An error in here is ours, never a peer's: the speaker cannot be trusted any more. */
    private void guarded(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException | Error bug) {
            end();
            onFailure.accept(bug);
        }
    }

    /** No input reaches the speaker any more. */
    void end() {
        ended = true;
        inputs.clear();
        cancelWakeUp();
    }

    /** A deadline that moved away needs nothing: the wake-up comes early, finds nothing due and moves itself. */
    private void moveWakeUp() {
        long next = speaker.nextDeadlineNanos();
        if (next < wakeUpNanos) {
            cancelWakeUp();
            wakeUpNanos = next;
            wakeUp = loop.schedule(this::wakeUp, next - clock.getAsLong(), TimeUnit.NANOSECONDS);
        }
    }

    private void cancelWakeUp() {
        if (wakeUp != null) {
            wakeUp.cancel(false);
        }
        wakeUp = null;
        wakeUpNanos = Deadlines.NONE;
    }

    /** After a long piece of work the sockets come first: a neighbour whose bytes wait unread has not been silent. */
    private void wakeUp() {
        guarded(this::wakeUpOrLetSocketsGoFirst);
    }

    private void wakeUpOrLetSocketsGoFirst() {
        if (clock.getAsLong() - wakeUpNanos > LATE_NANOS) {
            wakeUp = loop.schedule(this::reached, 0, TimeUnit.NANOSECONDS);
        } else {
            reached();
        }
    }

    private void reached() {
        cancelWakeUp();
        input(0, (due, now) -> {
            if (due.nextDeadlineNanos() <= now) {
                due.deadlineReached(now);
            }
        });
    }
}

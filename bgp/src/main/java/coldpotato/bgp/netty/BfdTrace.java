package coldpotato.bgp.netty;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;

/**
 * Carries what BFD has to tell from its event loop to the speaker's, which alone writes the host's trace. The time of an
 * event is that at which the speaker's loop takes it: a moment later, or more where a table keeps it busy.
 */
final class BfdTrace implements TraceSink {
    /** Stands for the event before, whose number only the speaker's loop knows. */
    private static final long EVENT_BEFORE = -1;

    private final SpeakerLoop speaker;
    private final TraceSink trace;

    // BFD's loop.
    private long cause;

    // The speaker's loop.
    private long numberOfEventBefore;

    BfdTrace(SpeakerLoop speaker, TraceSink trace) {
        this.speaker = speaker;
        this.trace = trace;
    }

    @Override
    public long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
        if (!wants(kind)) {
            return 0;
        }
        long because = cause;
        speaker.input(0, (ignored, now) -> {
            follow(because);
            numberOfEventBefore = trace.record(now, node, kind, namesAndValues);
        });
        return EVENT_BEFORE;
    }

    @Override
    public boolean wants(TraceKind kind) {
        return trace.wants(kind);
    }

    @Override
    public long cause() {
        return cause;
    }

    @Override
    public void because(long newCause) {
        cause = newCause;
    }

    /** On the speaker's loop: what happens now is because of what was the cause on BFD's. */
    void follow(long causeOfBfd) {
        trace.because(causeOfBfd == EVENT_BEFORE ? numberOfEventBefore : causeOfBfd);
    }
}

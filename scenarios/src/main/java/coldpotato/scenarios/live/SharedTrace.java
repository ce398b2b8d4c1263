package coldpotato.scenarios.live;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/**
 * A trace into which many threads write. One writes at a time; each has a cause of its own; and time does not go back, so that
 * what comes a little late stands at the time of what was written before it.
 */
final class SharedTrace {
    private final TraceSink trace;
    private final ObjLongConsumer<String> sessionListener;
    private long lastNanos;
    private boolean ended;

    /**
     * @param trace takes what is written, by one thread at a time
     * @param sessionListener told the node and the time when a session comes up or goes down
     */
    SharedTrace(TraceSink trace, ObjLongConsumer<String> sessionListener) {
        this.trace = trace;
        this.sessionListener = sessionListener;
    }

    /** A sink for one thread. */
    TraceSink writer() {
        return new Writer();
    }

    /** Lets somebody read the trace while nobody writes. */
    synchronized <T> T whileStill(Supplier<T> look) {
        return look.get();
    }

    /** Nothing is written any more. */
    synchronized void end() {
        ended = true;
    }

    private synchronized long record(long cause, long timeNanos, String node, TraceKind kind, String... fields) {
        if (ended) {
            return 0;
        }
        lastNanos = Math.max(lastNanos, timeNanos);
        trace.because(cause);
        long number = trace.record(lastNanos, node, kind, fields);
        if (kind == TraceKind.SESSION_UP || kind == TraceKind.SESSION_DOWN) {
            sessionListener.accept(node, lastNanos);
        }
        return number;
    }

    /** What is wanted never changes, so nobody has to wait to ask for it. */
    private boolean wants(TraceKind kind) {
        return trace.wants(kind);
    }

    private final class Writer implements TraceSink {
        private long cause;

        @Override
        public long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
            return SharedTrace.this.record(cause, timeNanos, node, kind, namesAndValues);
        }

        @Override
        public boolean wants(TraceKind kind) {
            return SharedTrace.this.wants(kind);
        }

        @Override
        public long cause() {
            return cause;
        }

        @Override
        public void because(long newCause) {
            cause = newCause;
        }
    }
}

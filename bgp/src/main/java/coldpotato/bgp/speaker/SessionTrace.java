package coldpotato.bgp.speaker;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;

/** Writes what happens to one session into the trace, under the router's name. */
final class SessionTrace {
    private final TraceSink sink;
    private final String node;
    private final String session;

    SessionTrace(TraceSink sink, String node, String session) {
        this.sink = sink;
        this.node = node;
        this.session = session;
    }

    /** Records an event; all that follows is because of it. */
    void turn(long now, TraceKind kind, String... namesAndValues) {
        long number = record(now, kind, namesAndValues);
        if (number != 0) {
            sink.because(number);
        }
    }

    /** Records an event; returns its number. */
    long record(long now, TraceKind kind, String... namesAndValues) {
        if (!sink.wants(kind)) {
            return 0;
        }
        List<String> fields = new ArrayList<>(List.of("session", session));
        fields.addAll(List.of(namesAndValues));
        return sink.record(now, node, kind, fields.toArray(String[]::new));
    }

    boolean wants(TraceKind kind) {
        return sink.wants(kind);
    }

    long cause() {
        return sink.cause();
    }

    void because(long cause) {
        sink.because(cause);
    }
}

package coldpotato.scenarios.live;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps when each session of a speaker last came up and last went down, and why: all that remains of a trace that nobody keeps.
 * Passes everything on. To be used on the speaker's thread.
 */
public final class SessionHistory implements TraceSink {
    private final TraceSink next;
    private final Map<String, TraceEvent> up = new TreeMap<>();
    private final Map<String, TraceEvent> down = new TreeMap<>();

    /** @param next where everything goes */
    public SessionHistory(TraceSink next) {
        this.next = next;
    }

    @Override
    public long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
        long number = next.record(timeNanos, node, kind, namesAndValues);
        if (kind == TraceKind.SESSION_UP || kind == TraceKind.SESSION_DOWN) {
            TraceEvent event =
                    new TraceEvent(number, timeNanos, node, kind, TraceEvent.fields(namesAndValues), next.cause());
            (kind == TraceKind.SESSION_UP ? up : down).put(event.field("session"), event);
        }
        return number;
    }

    @Override
    public boolean wants(TraceKind kind) {
        return kind == TraceKind.SESSION_UP || kind == TraceKind.SESSION_DOWN || next.wants(kind);
    }

    @Override
    public long cause() {
        return next.cause();
    }

    @Override
    public void because(long cause) {
        next.because(cause);
    }

    OptionalLong upOrDownNanos(String session) {
        return Stream.of(up, down)
                .map(events -> events.get(session))
                .flatMap(Stream::ofNullable)
                .mapToLong(TraceEvent::timeNanos)
                .max();
    }

    Optional<TraceEvent> lastDown(String session) {
        return Optional.ofNullable(down.get(session));
    }
}

package coldpotato.core.trace;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The trace of one run, kept in memory. Time never goes back in it. */
public final class Trace implements TraceSink {
    private final Set<TraceKind> wanted;
    private final List<TraceEvent> events = new ArrayList<>();
    private long cause;
    private long lastNanos;

    /** @param wanted the kinds that are kept */
    public Trace(Set<TraceKind> wanted) {
        this.wanted = Sets.immutableEnumSet(wanted);
    }

    /** A trace of everything but single messages. */
    public static Trace ofChanges() {
        return new Trace(EnumSet.complementOf(EnumSet.of(TraceKind.MESSAGE_SENT, TraceKind.MESSAGE_RECEIVED)));
    }

    @Override
    public long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
        if (!wants(kind)) {
            return 0;
        }
        checkState(timeNanos >= lastNanos, "trace time went back from %s to %s at %s", lastNanos, timeNanos, node);
        lastNanos = timeNanos;
        TraceEvent event =
                new TraceEvent(events.size() + 1L, timeNanos, node, kind, TraceEvent.fields(namesAndValues), cause);
        events.add(event);
        return event.number();
    }

    @Override
    public boolean wants(TraceKind kind) {
        return wanted.contains(kind);
    }

    @Override
    public long cause() {
        return cause;
    }

    @Override
    public void because(long newCause) {
        cause = newCause;
    }

    /** All events so far, in order; a view. */
    public List<TraceEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** The event of this number, counted from 1. */
    public TraceEvent event(long number) {
        return events.get((int) number - 1);
    }

    /** The event and what caused it, back to the first cause: the event itself comes last. */
    public List<TraceEvent> causesOf(TraceEvent event) {
        List<TraceEvent> chain = new ArrayList<>();
        for (TraceEvent at = event; ; at = event(at.cause())) {
            chain.add(0, at);
            if (at.cause() == 0) {
                return chain;
            }
        }
    }
}

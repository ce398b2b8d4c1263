package coldpotato.sim.plan;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Listens to the trace for routes that change their mind for ever: a router that takes another best path for the same prefix
 * {@link #CHANGES_MAX} times, with nothing done to the network and no session coming or going meanwhile, will not stop. That takes
 * {@link #PATIENCE_NANOS} at least, in which sessions that are still on their way up may settle it. Nor will one stop that takes another
 * {@link #CHANGES_ANYWAY_MAX} times since something was done, in no time at all or while sessions elsewhere come and go, if that
 * is more than {@link #CHANGES_PER_EVENT_MAX} times for each that did. Not noticed: a dispute so slow that a run ends before it has
 * changed its mind so often.
 */
final class OscillationWatch implements TraceSink {
    /** Far more than exploring every path of a network of this kind takes, far fewer than a run has room for. */
    static final int CHANGES_MAX = 200;

    /** Fewer than a network without delays is given at one instant, more than the start of a large one takes. */
    static final int CHANGES_ANYWAY_MAX = 5_000;

    /** More than a session that comes or goes makes any one router change its mind about a prefix. */
    static final int CHANGES_PER_EVENT_MAX = 50;

    /** Longer than sessions inside a site and through tunnels take to come up after their links. */
    static final long PATIENCE_NANOS = 5_000_000_000L;

    private final TraceSink trace;
    private final Runnable onOscillation;
    private final Map<String, Map<String, Integer>> changes = new TreeMap<>();
    private final Map<String, Map<String, Integer>> changesAnyway = new TreeMap<>();
    private long sinceNanos;
    private long doneNanos;
    private long sessionEvents;
    private Optional<Oscillation> found = Optional.empty();

    OscillationWatch(TraceSink trace, Runnable onOscillation) {
        this.trace = trace;
        this.onOscillation = onOscillation;
    }

    Optional<Oscillation> found() {
        return found;
    }

    @Override
    public long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
        if (kind == TraceKind.INJECTED || kind == TraceKind.SESSION_UP || kind == TraceKind.SESSION_DOWN) {
            // What comes and goes with a session, again and again, is news each time and no dispute between policies.
            changes.clear();
            sinceNanos = timeNanos;
            noteEvent(timeNanos, kind);
        } else if (kind == TraceKind.BEST_PATH && found.isEmpty()) {
            count(timeNanos, namesAndValues[1], node);
        }
        return trace.record(timeNanos, node, kind, namesAndValues);
    }

    private void noteEvent(long timeNanos, TraceKind kind) {
        if (kind == TraceKind.INJECTED) {
            changesAnyway.clear();
            doneNanos = timeNanos;
            sessionEvents = 0;
        } else {
            sessionEvents++;
        }
    }

    private void count(long timeNanos, String prefix, String node) {
        int count = plusOne(changes, prefix, node);
        int countAnyway = plusOne(changesAnyway, prefix, node);
        if (count >= CHANGES_MAX && timeNanos - sinceNanos >= PATIENCE_NANOS) {
            found(sinceNanos, changes, CHANGES_MAX, prefix);
        } else if (countAnyway >= CHANGES_ANYWAY_MAX && countAnyway > sessionEvents * CHANGES_PER_EVENT_MAX) {
            found(doneNanos, changesAnyway, CHANGES_ANYWAY_MAX, prefix);
        }
    }

    private static int plusOne(Map<String, Map<String, Integer>> counts, String prefix, String node) {
        return counts.computeIfAbsent(prefix, p -> new TreeMap<>()).merge(node, 1, Integer::sum);
    }

    private void found(long fromNanos, Map<String, Map<String, Integer>> counts, int limit, String prefix) {
        found = Optional.of(new Oscillation(fromNanos, restless(counts, limit), nodes(counts.get(prefix), limit)));
        onOscillation.run();
    }

    private static ImmutableSortedSet<String> restless(Map<String, Map<String, Integer>> counts, int limit) {
        TreeSet<String> prefixes = new TreeSet<>();
        counts.forEach((prefix, byNode) -> {
            if (!nodes(byNode, limit).isEmpty()) {
                prefixes.add(prefix);
            }
        });
        return ImmutableSortedSet.copyOf(prefixes);
    }

    private static ImmutableSortedSet<String> nodes(Map<String, Integer> counts, int limit) {
        TreeSet<String> nodes = new TreeSet<>();
        counts.forEach((node, count) -> {
            if (count > limit / 2) {
                nodes.add(node);
            }
        });
        return ImmutableSortedSet.copyOf(nodes);
    }

    @Override
    public boolean wants(TraceKind kind) {
        return kind == TraceKind.BEST_PATH || trace.wants(kind);
    }

    @Override
    public long cause() {
        return trace.cause();
    }

    @Override
    public void because(long cause) {
        trace.because(cause);
    }
}

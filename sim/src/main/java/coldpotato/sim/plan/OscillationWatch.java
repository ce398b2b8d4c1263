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
 * {@link #PATIENCE_NANOS} at least, in which sessions that are still on their way up may settle it.
 */
final class OscillationWatch implements TraceSink {
    /** Far more than exploring every path of a network of this kind takes, far fewer than a run has room for. */
    static final int CHANGES_MAX = 200;

    /** Longer than sessions inside a site and through tunnels take to come up after their links. */
    static final long PATIENCE_NANOS = 5_000_000_000L;

    private final TraceSink trace;
    private final Runnable onOscillation;
    private final Map<String, Map<String, Integer>> changes = new TreeMap<>();
    private long sinceNanos;
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
        } else if (kind == TraceKind.BEST_PATH && found.isEmpty()) {
            count(timeNanos, namesAndValues[1], node);
        }
        return trace.record(timeNanos, node, kind, namesAndValues);
    }

    private void count(long timeNanos, String prefix, String node) {
        int count = changes.computeIfAbsent(prefix, p -> new TreeMap<>()).merge(node, 1, Integer::sum);
        if (count >= CHANGES_MAX && timeNanos - sinceNanos >= PATIENCE_NANOS) {
            found = Optional.of(new Oscillation(sinceNanos, restless(), nodes(prefix)));
            onOscillation.run();
        }
    }

    private ImmutableSortedSet<String> restless() {
        TreeSet<String> prefixes = new TreeSet<>();
        changes.forEach((prefix, byNode) -> {
            if (byNode.values().stream().anyMatch(count -> count > CHANGES_MAX / 2)) {
                prefixes.add(prefix);
            }
        });
        return ImmutableSortedSet.copyOf(prefixes);
    }

    private ImmutableSortedSet<String> nodes(String prefix) {
        TreeSet<String> nodes = new TreeSet<>();
        changes.get(prefix).forEach((node, count) -> {
            if (count > CHANGES_MAX / 2) {
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

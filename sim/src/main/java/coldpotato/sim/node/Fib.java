package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The forwarding table: what packets use. It follows the routing table a programming delay later. A change of a prefix
 * that is still waiting is thrown away when a later one of the same prefix arrives, and the delay counts from the later.
 */
public final class Fib {
    private record Pending(RouteChange change, long dueNanos) {}

    /**
     * What was due.
     *
     * @param prefixes that the forwarding table now treats as the routing table says, in order
     * @param changed those among them whose entry is another one now
     */
    public record Programmed(ImmutableList<Prefix> prefixes, ImmutableList<Prefix> changed) {}

    private final String node;
    private final TraceSink trace;
    private final PrefixMap<FibEntry> entries = new PrefixMap<>();
    private final Map<Prefix, Pending> pending = new TreeMap<>();
    /** What was scheduled for each time; a prefix that was scheduled again later is passed over. */
    private final NavigableMap<Long, List<Prefix>> batches = new TreeMap<>();

    public Fib(String node, TraceSink trace) {
        this.node = node;
        this.trace = trace;
    }

    /**
     * Takes changes of the routing table, to be programmed at the given time.
     *
     * @return true if they are the first for that time
     */
    public boolean schedule(List<RouteChange> changes, long dueNanos) {
        boolean first = !batches.containsKey(dueNanos);
        List<Prefix> batch = batches.computeIfAbsent(dueNanos, due -> new ArrayList<>());
        for (RouteChange change : changes) {
            pending.put(change.prefix(), new Pending(change, dueNanos));
            batch.add(change.prefix());
        }
        return first;
    }

    /** Programs what is due. */
    public Programmed programDue(long nowNanos) {
        Set<Prefix> due = new TreeSet<>();
        while (!batches.isEmpty() && batches.firstKey() <= nowNanos) {
            due.addAll(batches.pollFirstEntry().getValue());
        }
        ImmutableList<Prefix> prefixes =
                due.stream().filter(prefix -> isDue(prefix, nowNanos)).collect(ImmutableList.toImmutableList());
        ImmutableList<Prefix> changed = prefixes.stream()
                .filter(prefix -> program(nowNanos, pending.remove(prefix).change()))
                .collect(ImmutableList.toImmutableList());
        return new Programmed(prefixes, changed);
    }

    /** True if a change of this very prefix waits to be programmed. */
    public boolean isPending(Prefix prefix) {
        return pending.containsKey(prefix);
    }

    private boolean isDue(Prefix prefix, long nowNanos) {
        Pending waiting = pending.get(prefix);
        return waiting != null && waiting.dueNanos() <= nowNanos;
    }

    /** Forgets everything, what is waiting included; the prefixes that were there. */
    public ImmutableList<Prefix> clear() {
        ImmutableList<Prefix> all =
                entries.entries().stream().map(Map.Entry::getKey).collect(ImmutableList.toImmutableList());
        entries.clear();
        pending.clear();
        batches.clear();
        return all;
    }

    /** The entry that a packet to this address meets: that of the longest prefix. */
    public Optional<FibEntry> lookup(IpAddress destination) {
        return entries.longestMatch(destination).map(Map.Entry::getValue);
    }

    /** The entry of this very prefix. */
    public Optional<FibEntry> entry(Prefix prefix) {
        return Optional.ofNullable(entries.get(prefix));
    }

    /** All entries in prefix order. */
    public ImmutableList<FibEntry> entries() {
        return entries.entries().stream().map(Map.Entry::getValue).collect(ImmutableList.toImmutableList());
    }

    private boolean program(long nowNanos, RouteChange change) {
        FibEntry before = entries.get(change.prefix());
        if (change.after().isEmpty()) {
            if (before == null) {
                return false;
            }
            entries.remove(change.prefix());
            record(nowNanos, change);
            return true;
        }
        SelectedRoute route = change.after().get();
        if (before != null
                && before.action() == route.action()
                && before.nextHops().equals(route.nextHops())) {
            return false;
        }
        long event = record(nowNanos, change);
        entries.put(change.prefix(), new FibEntry(route.prefix(), route.action(), route.nextHops(), event));
        return true;
    }

    private long record(long nowNanos, RouteChange change) {
        trace.because(change.event());
        if (!trace.wants(TraceKind.FIB_CHANGED)) {
            return change.event();
        }
        return trace.record(
                nowNanos,
                node,
                TraceKind.FIB_CHANGED,
                "prefix",
                change.prefix().toString(),
                "next-hops",
                change.after().map(SelectedRoute::target).orElse("none"));
    }
}

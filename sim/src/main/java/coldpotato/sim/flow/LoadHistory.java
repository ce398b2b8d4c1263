package coldpotato.sim.flow;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.TreeMap;

/** The loads of all links over time, kept change by change. */
public final class LoadHistory {
    private final TreeMap<Long, Loads> changes = new TreeMap<>();

    void add(long nowNanos, Loads loads) {
        changes.put(nowNanos, loads);
    }

    /** The loads at an instant, as all its events have left them. */
    public Loads at(long nanos) {
        Map.Entry<Long, Loads> last = changes.floorEntry(nanos);
        return last == null ? Loads.NONE : last.getValue();
    }

    /** When they changed, from one instant to another, both included. */
    public ImmutableSortedSet<Long> changesNanos(long fromNanos, long toNanos) {
        return ImmutableSortedSet.copyOfSorted(
                changes.subMap(fromNanos, true, toNanos, true).navigableKeySet());
    }
}

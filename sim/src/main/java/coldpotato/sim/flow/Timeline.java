package coldpotato.sim.flow;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Something over time, kept change by change. */
final class Timeline<T> {
    private final TreeMap<Long, T> changes = new TreeMap<>();

    /** So it is from this instant on; the last word of an instant counts. True if that is anything new. */
    boolean put(long nanos, T value) {
        Map.Entry<Long, T> last = changes.lastEntry();
        if (last != null && last.getValue().equals(value)) {
            return false;
        }
        changes.put(nanos, value);
        return true;
    }

    /** How it was at an instant; empty before the first change. */
    Optional<T> at(long nanos) {
        return Optional.ofNullable(changes.floorEntry(nanos)).map(Map.Entry::getValue);
    }

    /** The changes from one instant to another, both included. */
    ImmutableSortedMap<Long, T> between(long fromNanos, long toNanos) {
        return ImmutableSortedMap.copyOfSorted(changes.subMap(fromNanos, true, toNanos, true));
    }

    /** All of it. */
    ImmutableSortedMap<Long, T> all() {
        return ImmutableSortedMap.copyOfSorted(changes);
    }
}

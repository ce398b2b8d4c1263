package coldpotato.sim.flow;

import coldpotato.core.time.Durations;
import coldpotato.sim.net.Direction;
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

    /** Bits that a link has carried in a direction from the beginning to an instant. */
    public double carriedBits(String link, Direction direction, long untilNanos) {
        double bits = 0;
        for (Map.Entry<Long, Loads> change : changes.headMap(untilNanos, true).entrySet()) {
            Long next = changes.higherKey(change.getKey());
            long end = next == null ? untilNanos : Math.min(next, untilNanos);
            double seconds = (double) (end - change.getKey()) / Durations.NANOS_PER_SECOND;
            bits += change.getValue().of(link, direction).carried() * seconds;
        }
        return bits;
    }

    /** When they changed, from one instant to another, both included. */
    public ImmutableSortedSet<Long> changesNanos(long fromNanos, long toNanos) {
        return ImmutableSortedSet.copyOfSorted(
                changes.subMap(fromNanos, true, toNanos, true).navigableKeySet());
    }
}

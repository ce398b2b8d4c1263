package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The next hops that a table's paths use, each with its cost and the entries that depend on it. */
final class NextHopTable implements NextHopCosts {

    private static final class NextHop {
        long cost;
        final Set<RibEntry> entries = new LinkedHashSet<>();

        NextHop(long cost) {
            this.cost = cost;
        }
    }

    private final NextHopTracking tracking;
    private final Map<IpAddress, NextHop> nextHops = new LinkedHashMap<>();

    NextHopTable(NextHopTracking tracking) {
        this.tracking = tracking;
    }

    void use(IpAddress address, RibEntry entry) {
        NextHop known = nextHops.get(address);
        if (known == null) {
            known = new NextHop(tracking.track(address));
            nextHops.put(address, known);
        }
        known.entries.add(entry);
    }

    void release(IpAddress address, RibEntry entry) {
        NextHop known = nextHops.get(address);
        known.entries.remove(entry);
        if (known.entries.isEmpty()) {
            nextHops.remove(address);
            tracking.untrack(address);
        }
    }

    /** Sets a new cost; returns the entries that it touches. */
    Set<RibEntry> change(IpAddress address, long cost) {
        NextHop known = nextHops.get(address);
        if (known == null || known.cost == cost) {
            return ImmutableSet.of();
        }
        known.cost = cost;
        return known.entries;
    }

    @Override
    public long cost(IpAddress nextHop) {
        NextHop known = nextHops.get(nextHop);
        checkState(known != null, "next hop %s is not tracked", nextHop);
        return known.cost;
    }
}

package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The next hops that a table's paths use, each with its cost and the entries that depend on it. */
final class NextHopTable implements NextHopCosts {
    /** How many entries that have moved on a next hop may remember besides as many as use it. */
    private static final int STALE_MAX = 16;

    private static final class NextHop {
        final IpAddress address;
        long cost;
        int users;
        /** Everyone who uses it, some perhaps twice, and some who have moved on: adding and leaving must be cheap. */
        List<RibEntry> entries = new ArrayList<>();

        NextHop(IpAddress address, long cost) {
            this.address = address;
            this.cost = cost;
        }

        void compact() {
            if (entries.size() > 2 * users + STALE_MAX) {
                List<RibEntry> present = new ArrayList<>(users);
                for (RibEntry entry : entries) {
                    if (!entry.seen && entry.uses(address)) {
                        entry.seen = true;
                        present.add(entry);
                    }
                }
                present.forEach(entry -> entry.seen = false);
                checkState(present.size() == users, "%s entries use %s, not %s", present.size(), address, users);
                entries = present;
            }
        }
    }

    private final NextHopTracking tracking;
    private final Map<IpAddress, NextHop> nextHops = new LinkedHashMap<>();

    NextHopTable(NextHopTracking tracking) {
        this.tracking = tracking;
    }

    /** An entry uses a next hop that it did not use before. */
    void use(IpAddress address, RibEntry entry) {
        NextHop known = nextHops.get(address);
        if (known == null) {
            known = new NextHop(address, tracking.track(address));
            nextHops.put(address, known);
        }
        known.users++;
        known.entries.add(entry);
    }

    /** An entry does not use a next hop any more. */
    void release(IpAddress address) {
        NextHop known = nextHops.get(address);
        known.users--;
        if (known.users == 0) {
            nextHops.remove(address);
            tracking.untrack(address);
        } else {
            known.compact();
        }
    }

    /** Sets a new cost; shows the entries that it touches, some perhaps twice. */
    void change(IpAddress address, long cost, Consumer<RibEntry> visitor) {
        NextHop known = nextHops.get(address);
        if (known != null && known.cost != cost) {
            known.cost = cost;
            for (RibEntry entry : known.entries) {
                if (entry.uses(address)) {
                    visitor.accept(entry);
                }
            }
        }
    }

    @Override
    public long cost(IpAddress nextHop) {
        NextHop known = nextHops.get(nextHop);
        checkState(known != null, "next hop %s is not tracked", nextHop);
        return known.cost;
    }
}

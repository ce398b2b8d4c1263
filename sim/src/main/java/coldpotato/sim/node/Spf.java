package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.Prefix;
import coldpotato.sim.node.LinkState.Adjacency;
import coldpotato.sim.node.LinkState.Stub;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shortest paths from one router over a link-state database (Dijkstra), with all first links of equal cost. A link counts
 * only if both of its ends tell of it (RFC 2328 section 16.1 step 2b).
 */
final class Spf {

    /**
     * The way to a node or a prefix.
     *
     * @param cost of all links, or of all links and the stub
     * @param links by which the first step may be made, sorted; empty for the root itself
     */
    record Reach(long cost, ImmutableSortedSet<String> links) {}

    private record Visit(long cost, String node) {}

    private static final class Label {
        long cost;
        boolean settled;
        final TreeSet<String> links = new TreeSet<>();

        Label(long cost) {
            this.cost = cost;
        }
    }

    private final String root;
    private final SortedMap<String, LinkState> database;
    private final Map<String, Label> labels = new TreeMap<>();
    private final PriorityQueue<Visit> queue =
            new PriorityQueue<>(Comparator.comparingLong(Visit::cost).thenComparing(Visit::node));

    private Spf(String root, SortedMap<String, LinkState> database) {
        this.root = root;
        this.database = database;
    }

    /** The ways to all nodes that can be reached, the root with cost 0. */
    static ImmutableSortedMap<String, Reach> nodes(String root, SortedMap<String, LinkState> database) {
        Spf spf = new Spf(root, database);
        spf.run();
        ImmutableSortedMap.Builder<String, Reach> found = ImmutableSortedMap.naturalOrder();
        spf.labels.forEach(
                (node, label) -> found.put(node, new Reach(label.cost, ImmutableSortedSet.copyOfSorted(label.links))));
        return found.build();
    }

    /** The ways to all prefixes that the root has not itself; of several routers that have one the nearest, all if equal. */
    static ImmutableSortedMap<Prefix, Reach> prefixes(String root, SortedMap<String, LinkState> database) {
        SortedMap<Prefix, Reach> found = new TreeMap<>();
        nodes(root, database).forEach((node, reach) -> {
            if (!node.equals(root)) {
                for (Stub stub : database.get(node).stubs()) {
                    found.merge(stub.prefix(), new Reach(reach.cost + stub.cost(), reach.links), Spf::nearer);
                }
            }
        });
        if (database.containsKey(root)) {
            database.get(root).stubs().forEach(own -> found.remove(own.prefix()));
        }
        return ImmutableSortedMap.copyOfSorted(found);
    }

    private static Reach nearer(Reach a, Reach b) {
        if (a.cost != b.cost) {
            return a.cost < b.cost ? a : b;
        }
        TreeSet<String> links = new TreeSet<>(a.links);
        links.addAll(b.links);
        return new Reach(a.cost, ImmutableSortedSet.copyOfSorted(links));
    }

    private void run() {
        labels.put(root, new Label(0));
        queue.add(new Visit(0, root));
        while (!queue.isEmpty()) {
            Visit visit = queue.poll();
            Label label = labels.get(visit.node);
            LinkState state = database.get(visit.node);
            if (!label.settled && state != null) {
                state.adjacencies().forEach(adjacency -> relax(visit.node, label, adjacency));
            }
            label.settled = true;
        }
    }

    private void relax(String node, Label from, Adjacency adjacency) {
        checkArgument(adjacency.cost() >= 1, "the IGP cost of %s at %s is below 1", adjacency.link(), node);
        if (!isMutual(node, adjacency)) {
            return;
        }
        long cost = from.cost + adjacency.cost();
        Label to = labels.get(adjacency.neighbour());
        if (to == null || cost < to.cost) {
            to = new Label(cost);
            labels.put(adjacency.neighbour(), to);
            queue.add(new Visit(cost, adjacency.neighbour()));
        }
        if (cost == to.cost) {
            if (node.equals(root)) {
                to.links.add(adjacency.link());
            } else {
                to.links.addAll(from.links);
            }
        }
    }

    private boolean isMutual(String node, Adjacency adjacency) {
        LinkState other = database.get(adjacency.neighbour());
        return other != null
                && other.adjacencies().stream()
                        .anyMatch(back -> back.link().equals(adjacency.link())
                                && back.neighbour().equals(node));
    }
}

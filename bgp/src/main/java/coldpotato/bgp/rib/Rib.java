package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;

/**
 * The one table of a router for one family: under each prefix every candidate and what was decided about them. The Loc-RIB is
 * its decisions; an {@link AdjRibIn} is a view of one source's candidates. Inputs only mark prefixes; {@link #decide} then
 * runs the decision process once over each marked prefix, in prefix order.
 */
public final class Rib {
    private final AfiSafi family;
    private final NextHopTable nextHops;
    private final PrefixTable<RibEntry> entries = new PrefixTable<>();
    private final PrefixQueue<RibEntry> dirty = new PrefixQueue<>();
    private DecisionProcess process;

    /**
     * @param family the family of all its prefixes
     * @param process how it chooses
     * @param tracking who knows the cost of next hops; called from inside the methods of the table
     */
    public Rib(AfiSafi family, DecisionProcess process, NextHopTracking tracking) {
        this.family = family;
        this.process = process;
        this.nextHops = new NextHopTable(tracking);
    }

    public AfiSafi family() {
        return family;
    }

    /** Puts in a path in place of the one that its source offered before. */
    public void install(Path path) {
        put(path);
    }

    /** Takes out the path of a source, if it is there. */
    public void remove(Prefix prefix, PathSource source, long cause) {
        take(prefix, source, cause);
    }

    /** Takes out all paths of a source. */
    public void removeAll(PathSource source, long cause) {
        entries.forEach(entry -> takeFrom(entry, source, cause));
    }

    /** The way to a next hop changed; does nothing if no path uses it. */
    public void nextHopChanged(IpAddress nextHop, long cost, long cause) {
        nextHops.change(nextHop, cost, entry -> mark(entry, cause));
    }

    /** Decides everything anew by another process. */
    public void reconfigure(DecisionProcess changed, long cause) {
        process = changed;
        entries.forEach(entry -> mark(entry, cause));
    }

    /** True if there are prefixes to be decided. */
    public boolean isDirty() {
        return !dirty.isEmpty();
    }

    /** Decides all marked prefixes; returns the changes that forwarding and neighbours must know, in prefix order. */
    public ImmutableList<RibChange> decide() {
        return decide(Integer.MAX_VALUE);
    }

    /** Decides the first of the marked prefixes, so many at most; the others stay marked. */
    public ImmutableList<RibChange> decide(int prefixesMax) {
        checkArgument(prefixesMax > 0, "a pass decides at least one prefix: %s", prefixesMax);
        ImmutableList.Builder<RibChange> changes = ImmutableList.builder();
        for (RibEntry entry : dirty.take(prefixesMax)) {
            decide(entry, changes);
        }
        return changes.build();
    }

    /** What was decided last about a prefix; {@link Decision#NONE} if nothing is known of it. */
    public Decision decision(Prefix prefix) {
        RibEntry entry = entries.get(prefix);
        return entry == null ? Decision.NONE : entry.decision();
    }

    /** All candidates of a prefix, refused ones included, sorted by source. */
    public ImmutableList<Path> paths(Prefix prefix) {
        RibEntry entry = entries.get(prefix);
        return entry == null ? ImmutableList.of() : ImmutableList.copyOf(entry.paths);
    }

    /** Visits the best paths of all prefixes that have one, in prefix order. */
    public void forEachBest(Consumer<Path> visitor) {
        entries.inOrder().forEach(entry -> entry.decision().best().ifPresent(visitor));
    }

    /**
     * Visits decisions for a path some prefixes at a time, in no order that means anything.
     *
     * @param from 0 to begin with, then what the call before returned
     * @param prefixesMax how many prefixes are looked at
     * @return where to go on, {@link AdjRibIn#END} when all were visited
     */
    public int forEachDecision(int from, int prefixesMax, Consumer<Decision> visitor) {
        return entries.forEach(from, prefixesMax, entry -> {
            if (!entry.decision().multipath().isEmpty()) {
                visitor.accept(entry.decision());
            }
        });
    }

    /** Visits every prefix of which anything is known, in order. */
    public void forEachPrefix(Consumer<Prefix> visitor) {
        entries.inOrder().forEach(entry -> visitor.accept(entry.prefix));
    }

    /** Number of prefixes of which anything is known, refused paths included. */
    public int size() {
        return entries.size();
    }

    /** Puts in a path; returns the one that its source offered before, or null. */
    Path put(Path path) {
        checkArgument(path.prefix().family() == family.family(), "%s is not of %s", path.prefix(), family);
        RibEntry entry = entries.get(path.prefix());
        if (entry == null) {
            entry = new RibEntry(path.prefix());
            entries.add(entry);
        }
        Path before = entry.path(path.source());
        if (before == null || !before.sameInAllButCause(path)) {
            replace(entry, before, path);
        }
        return before;
    }

    private void replace(RibEntry entry, Path before, Path after) {
        IpAddress nextHop = after.attributes().nextHop();
        boolean newUse = tracksNextHop(after) && !entry.uses(nextHop);
        entry.put(after);
        if (newUse) {
            nextHops.use(nextHop, entry);
        }
        if (before != null) {
            release(entry, before);
        }
        mark(entry, after.cause());
    }

    /** Takes out and returns the path of a source, or null. */
    Path take(Prefix prefix, PathSource source, long cause) {
        RibEntry entry = entries.get(prefix);
        return entry == null ? null : takeFrom(entry, source, cause);
    }

    private Path takeFrom(RibEntry entry, PathSource source, long cause) {
        Path before = entry.remove(source);
        if (before != null) {
            release(entry, before);
            mark(entry, cause);
        }
        return before;
    }

    /** Visits the paths of a source in prefix order. */
    void forEachPath(PathSource source, Consumer<Path> visitor) {
        entries.inOrder().forEach(entry -> {
            Path path = entry.path(source);
            if (path != null) {
                visitor.accept(path);
            }
        });
    }

    /** Visits the paths of a source some prefixes at a time, in no order; the visitor may replace the path that it is shown. */
    int forEachPath(PathSource source, int from, int prefixesMax, Consumer<Path> visitor) {
        return entries.forEach(from, prefixesMax, entry -> {
            Path path = entry.path(source);
            if (path != null) {
                visitor.accept(path);
            }
        });
    }

    /** The path of a source, or null. */
    Path path(Prefix prefix, PathSource source) {
        RibEntry entry = entries.get(prefix);
        return entry == null ? null : entry.path(source);
    }

    /** False for paths that need no next hop or can never be chosen. */
    static boolean tracksNextHop(Path path) {
        return path.accepted() && !path.source().isLocal();
    }

    private void release(RibEntry entry, Path before) {
        IpAddress nextHop = before.attributes().nextHop();
        if (tracksNextHop(before) && !entry.uses(nextHop)) {
            nextHops.release(nextHop);
        }
    }

    private void mark(RibEntry entry, long cause) {
        entry.cause = cause;
        if (!entry.dirty) {
            entry.dirty = true;
            dirty.add(entry);
        }
    }

    private void decide(RibEntry entry, ImmutableList.Builder<RibChange> changes) {
        Decision before = entry.decision();
        Decision after = process.decide(entry.paths, before, nextHops);
        entry.decided(after);
        entry.dirty = false;
        if (entry.paths.length == 0) {
            entries.remove(entry);
        }
        if (!after.sameRoutes(before) || !Decision.sameRoute(before.external(), after.external())) {
            changes.add(new RibChange(family, entry.prefix, before, after, entry.cause));
        }
    }
}

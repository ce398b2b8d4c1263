package coldpotato.bgp.rib;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.Arrays;

/** All that a table knows of one prefix: the candidates, sorted by source, and what was decided about them. */
final class RibEntry extends PrefixRow {
    private static final Path[] NO_PATHS = {};

    Path[] paths = NO_PATHS;
    /** Null where the only path is used: most entries of a full table are so. */
    private Decision decision = Decision.NONE;

    boolean dirty;
    /** For the time of one pass over entries that are listed twice. */
    boolean seen;
    /** Number of the trace event that made it dirty last. */
    long cause;

    RibEntry(Prefix prefix) {
        super(prefix);
    }

    /** What was decided last. */
    Decision decision() {
        return decision == null ? Decision.only(paths[0]) : decision;
    }

    void decided(Decision latest) {
        boolean only = paths.length == 1 && latest.multipath().size() == 1 && !latest.stoodIn();
        decision = only ? null : latest;
    }

    /** The path of a source, or null. */
    Path path(PathSource source) {
        int index = indexOf(source);
        return index < 0 ? null : paths[index];
    }

    /** Puts a path in place of its source's one; returns that, or null. */
    Path put(Path path) {
        decision = decision();
        int index = indexOf(path.source());
        if (index >= 0) {
            Path before = paths[index];
            paths[index] = path;
            return before;
        }
        int at = -index - 1;
        Path[] longer = Arrays.copyOf(paths, paths.length + 1);
        System.arraycopy(paths, at, longer, at + 1, paths.length - at);
        longer[at] = path;
        paths = longer;
        return null;
    }

    /** Removes and returns the path of a source, or null. */
    Path remove(PathSource source) {
        int index = indexOf(source);
        if (index < 0) {
            return null;
        }
        decision = decision();
        Path before = paths[index];
        Path[] shorter = Arrays.copyOf(paths, paths.length - 1);
        System.arraycopy(paths, index + 1, shorter, index, shorter.length - index);
        paths = shorter;
        return before;
    }

    boolean uses(IpAddress nextHop) {
        for (Path path : paths) {
            if (Rib.tracksNextHop(path) && path.attributes().nextHop().equals(nextHop)) {
                return true;
            }
        }
        return false;
    }

    private int indexOf(PathSource source) {
        int index = 0;
        while (index < paths.length && paths[index].source().compareTo(source) < 0) {
            index++;
        }
        boolean found = index < paths.length && paths[index].source().compareTo(source) == 0;
        return found ? index : -index - 1;
    }
}

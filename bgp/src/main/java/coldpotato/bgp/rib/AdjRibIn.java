package coldpotato.bgp.rib;

import coldpotato.core.net.Prefix;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What one neighbour has announced for one family (RFC 4271 section 3.2): a view of the one table, and the counts that prefix
 * limits need.
 */
public final class AdjRibIn {
    /** Where a walk is that has seen everything. */
    public static final int END = PrefixTable.END;

    private final Rib rib;
    private final PathSource source;
    private int received;
    private int accepted;

    /** The view of a source that has no paths in the table yet. */
    public AdjRibIn(Rib rib, PathSource source) {
        this.rib = rib;
        this.source = source;
    }

    public PathSource source() {
        return source;
    }

    /** The neighbour announced a path, which the import policy has judged. */
    public void announce(Path path) {
        count(rib.put(path), -1);
        count(path, 1);
    }

    /** The neighbour withdrew a prefix, which it may never have announced. */
    public void withdraw(Prefix prefix, long cause) {
        count(rib.take(prefix, source, cause), -1);
    }

    /** The neighbour is gone, and so is all that it announced. */
    public void clear(long cause) {
        rib.removeAll(source, cause);
        received = 0;
        accepted = 0;
    }

    /**
     * Judges anew: a changed import policy, without asking the neighbour (soft reconfiguration). Goes through the table some
     * prefixes at a time.
     *
     * @param from 0 to begin with, then what the call before returned
     * @param prefixesMax how many prefixes of the table are looked at
     * @return where to go on, {@link #END} when all is done
     */
    public int judgeAgain(int from, int prefixesMax, UnaryOperator<Path> judge) {
        return rib.forEachPath(source, from, prefixesMax, path -> announce(judge.apply(path)));
    }

    /** The path that was announced for a prefix, refused or not. */
    public Optional<Path> path(Prefix prefix) {
        return Optional.ofNullable(rib.path(prefix, source));
    }

    /** Visits all paths in prefix order, refused ones included. */
    public void forEach(Consumer<Path> visitor) {
        rib.forEachPath(source, visitor);
    }

    /** Number of prefixes announced, before policy; loops do not count. */
    public int receivedCount() {
        return received;
    }

    /** Number of prefixes that loop checks and import policy let in. */
    public int acceptedCount() {
        return accepted;
    }

    private void count(Path path, int step) {
        if (path != null) {
            received += path.admission() == Path.Admission.INVALID ? 0 : step;
            accepted += path.accepted() ? step : 0;
        }
    }
}

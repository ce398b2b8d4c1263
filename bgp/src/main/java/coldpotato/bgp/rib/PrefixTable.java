package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.net.Prefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows by prefix: exact look-up in a hash table with linear probing, and a number for each row that stays the same while it
 * is in the table, so that a walk over a large table can pause at a number while rows come and go. Numbers of rows that
 * were taken out are given to others.
 *
 * @param <R> the rows
 */
final class PrefixTable<R extends PrefixRow> {
    /** Where a walk is that has seen every row. */
    static final int END = Integer.MAX_VALUE;

    private static final int CAPACITY_MIN = 16;

    /** Twice as long as the table has rows, or longer; a power of two. */
    private PrefixRow[] index = new PrefixRow[2 * CAPACITY_MIN];

    /** For each place of the index a few bits of the hash, 0 where it is empty: most rows of other prefixes need no look. */
    private byte[] tags = new byte[2 * CAPACITY_MIN];

    private PrefixRow[] rows = new PrefixRow[CAPACITY_MIN];
    private int[] free = new int[0];
    private int freeCount;
    private int end;

    int size() {
        return end - freeCount;
    }

    /** All numbers of rows are less. */
    int end() {
        return end;
    }

    /** The row with a number, or null. */
    @SuppressWarnings("unchecked")
    R at(int number) {
        return (R) rows[number];
    }

    /** The row of exactly this prefix, or null. */
    @SuppressWarnings("unchecked")
    R get(Prefix prefix) {
        return (R) index[find(prefix)];
    }

    /** Puts in a row whose prefix has none. */
    void add(R row) {
        if (2 * (size() + 1) > index.length) {
            grow();
        }
        int at = find(row.prefix);
        checkState(index[at] == null, "%s has a row already", row.prefix);
        occupy(at, row);
        row.number = freeCount > 0 ? free[--freeCount] : end++;
        if (row.number == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        rows[row.number] = row;
    }

    /** Takes out a row that is there. */
    void remove(R row) {
        int at = find(row.prefix);
        checkState(index[at] == row, "%s is not in the table", row.prefix);
        close(at);
        rows[row.number] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(CAPACITY_MIN, 2 * free.length));
        }
        free[freeCount++] = row.number;
    }

    /** Visits all rows by number; rows that the visitor takes out or puts in are visited or not. */
    void forEach(Consumer<R> visitor) {
        forEach(0, end, visitor);
    }

    /**
     * Visits some rows by number, the first from a number on; returns where to go on, {@link #END} if none is left.
     *
     * @param numbersMax how many numbers are looked at
     */
    int forEach(int from, int numbersMax, Consumer<R> visitor) {
        int to = numbersMax < end - from ? from + numbersMax : end;
        for (int number = from; number < to; number++) {
            R row = at(number);
            if (row != null) {
                visitor.accept(row);
            }
        }
        return to < end ? to : END;
    }

    /** All rows in prefix order. */
    List<R> inOrder() {
        List<R> all = new ArrayList<>(size());
        forEach(all::add);
        all.sort(PrefixRow.BY_PREFIX);
        return all;
    }

    /** Where a prefix stands in the index, or the empty place where it would. */
    private int find(Prefix prefix) {
        long hash = hash(prefix);
        byte tag = tag(hash);
        int at = home(hash);
        while (tags[at] != 0 && (tags[at] != tag || !same(index[at].prefix, prefix))) {
            at = after(at);
        }
        return at;
    }

    private int home(long hash) {
        return (int) hash & index.length - 1;
    }

    private int after(int place) {
        return place + 1 & index.length - 1;
    }

    private static byte tag(long hash) {
        return (byte) (hash >>> 57 | 0x80);
    }

    private static long hash(Prefix prefix) {
        long key = prefix.address().high() * 31 + prefix.address().low() << 8 | prefix.length();
        long mixed = (key ^ key >>> 32) * 0x9e37_79b9_7f4a_7c15L;
        return mixed ^ mixed >>> 29;
    }

    private void occupy(int place, PrefixRow row) {
        index[place] = row;
        tags[place] = tag(hash(row.prefix));
    }

    private static boolean same(Prefix a, Prefix b) {
        return a == b
                || (a.length() == b.length()
                        && a.address().low() == b.address().low()
                        && a.address().high() == b.address().high()
                        && a.family() == b.family());
    }

    /** Empties a place: rows behind it that were pushed on from their home move up. */
    private void close(int place) {
        int hole = place;
        for (int next = after(place); tags[next] != 0; next = after(next)) {
            int home = home(hash(index[next].prefix));
            boolean pushedPastHole = (next - home & index.length - 1) >= (next - hole & index.length - 1);
            if (pushedPastHole) {
                index[hole] = index[next];
                tags[hole] = tags[next];
                hole = next;
            }
        }
        index[hole] = null;
        tags[hole] = 0;
    }

    private void grow() {
        PrefixRow[] smaller = index;
        index = new PrefixRow[2 * smaller.length];
        tags = new byte[index.length];
        for (PrefixRow row : smaller) {
            if (row != null) {
                occupy(find(row.prefix), row);
            }
        }
    }
}

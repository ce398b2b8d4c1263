package coldpotato.bgp.rib;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that wait for something to be done about them, taken in prefix order, all or some at a time. That a row waits only
 * once is seen to by whoever adds it.
 *
 * @param <R> the rows
 */
final class PrefixQueue<R extends PrefixRow> {
    private List<R> rows = new ArrayList<>();
    private int taken;
    private boolean sorted = true;

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void add(R row) {
        rows.add(row);
        sorted = false;
    }

    /** Takes all rows, in no order that means anything. */
    List<R> takeAll() {
        List<R> all = rows.subList(taken, rows.size());
        rows = new ArrayList<>();
        taken = 0;
        sorted = true;
        return all;
    }

    /** Takes the first rows, so many at most. */
    List<R> take(int max) {
        if (!sorted) {
            rows.subList(0, taken).clear();
            taken = 0;
            rows.sort(PrefixRow.BY_PREFIX);
            sorted = true;
        }
        int first = taken;
        taken = max < rows.size() - first ? first + max : rows.size();
        List<R> result = rows.subList(first, taken);
        if (taken == rows.size()) {
            takeAll();
        }
        return result;
    }
}

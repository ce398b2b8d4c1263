package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;

/**
 * What one member of a group has still to be told; a member that has nothing to be told is level with the group. Remembers
 * which prefixes are due, not what was to be said of them: when its turn comes it is told how things stand then. So it is
 * bounded by the table, however much happens while the member takes nothing.
 *
 * <p>Two ways lead into it. A member that joins is told the table by a walk over the rows, which may pause: rows that the
 * walk has not reached are neither told nor remembered. A row behind the walk that changes while the member cannot be told
 * is due, together with what the member believes of it.
 */
public final class Backlog {
    private final AdjRibOut out;
    private final String session;
    /** What the member believes of the rows that are due, null for nothing. */
    private final Map<AdvertisedPrefix, PathAttributes> due = new LinkedHashMap<>();
    /** Rows with lower numbers have been told, but for those that are due; after the walk that is all, those to come too. */
    private int told;
    /** How far the walk is: behind {@link #told} where all is told once more. */
    private int walked;

    Backlog(AdjRibOut out, String session) {
        this.out = out;
        this.session = session;
    }

    /** True if there is nothing to be told. */
    public boolean isLevel() {
        return due.isEmpty() && walked == PrefixTable.END;
    }

    /** The member cannot be told of these changes now. */
    public void add(AdvertisedChanges changes) {
        for (AdvertisedChanges.Item item : changes.items()) {
            PathAttributes before = AdvertisedChanges.Advertised.to(session, item.before());
            PathAttributes after = AdvertisedChanges.Advertised.to(session, item.after());
            if (!Objects.equals(before, after)) {
                remember(item.row(), before);
            }
        }
    }

    /** Everything is to be told once more (RFC 2918), whether the member believes it already or not. */
    public void repeat() {
        walked = 0;
    }

    /** The first of what is to be told, so many prefixes at most; from now on it counts as told. */
    public Advertisement take(int prefixesMax) {
        List<AdvertisedPrefix> rows = new ArrayList<>();
        Iterator<Entry<AdvertisedPrefix, PathAttributes>> next = due.entrySet().iterator();
        while (next.hasNext() && rows.size() < prefixesMax) {
            Entry<AdvertisedPrefix, PathAttributes> entry = next.next();
            next.remove();
            if (!Objects.equals(entry.getValue(), entry.getKey().sentTo(session))) {
                rows.add(entry.getKey());
            }
            release(entry.getKey());
        }
        walk(rows, prefixesMax);
        return packed(rows);
    }

    /** What the member has been told and must believe now. */
    public ImmutableSortedMap<Prefix, PathAttributes> told() {
        ImmutableSortedMap.Builder<Prefix, PathAttributes> all = ImmutableSortedMap.naturalOrder();
        out.table().forEach(row -> {
            PathAttributes believed = believed(row);
            if (believed != null) {
                all.put(row.prefix, believed);
            }
        });
        return all.build();
    }

    /** The member has left: nothing is remembered for it any more. */
    public void discard() {
        List<AdvertisedPrefix> rows = new ArrayList<>(due.keySet());
        due.clear();
        rows.forEach(this::release);
    }

    /** A member that comes from another group: what it was told there and what it should know here may differ anywhere. */
    void startFrom(Map<Prefix, PathAttributes> toldBefore) {
        toldBefore.keySet().forEach(out::row);
        told = PrefixTable.END;
        walked = PrefixTable.END;
        out.table().forEach(row -> {
            PathAttributes believed = toldBefore.get(row.prefix);
            if (!Objects.equals(believed, row.sentTo(session))) {
                remember(row, believed);
            }
        });
    }

    private PathAttributes believed(AdvertisedPrefix row) {
        if (due.containsKey(row)) {
            return due.get(row);
        }
        return row.number < told ? row.sentTo(session) : null;
    }

    private void remember(AdvertisedPrefix row, PathAttributes believed) {
        if (row.number < told && !due.containsKey(row)) {
            due.put(row, believed);
            row.awaited++;
        }
    }

    private void release(AdvertisedPrefix row) {
        row.awaited--;
        out.forgetIfUnused(row);
    }

    private void walk(List<AdvertisedPrefix> rows, int prefixesMax) {
        PrefixTable<AdvertisedPrefix> table = out.table();
        while (walked < table.end() && rows.size() < prefixesMax) {
            AdvertisedPrefix row = table.at(walked++);
            if (row != null && row.sentTo(session) != null) {
                rows.add(row);
            }
        }
        walked = walked < table.end() ? walked : PrefixTable.END;
        told = Math.max(told, walked);
    }

    private Advertisement packed(List<AdvertisedPrefix> rows) {
        rows.sort(PrefixRow.BY_PREFIX);
        Packing packing = new Packing();
        rows.forEach(row -> packing.add(row.prefix, row.sentTo(session), row.cause));
        return packing.advertisement();
    }
}

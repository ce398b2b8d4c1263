package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.AdvertisedChanges.Advertised;
import coldpotato.bgp.rib.AdvertisedChanges.Item;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a group of peers with the same export policy has been told for one family, and what it is still to be told (RFC 4271
 * section 3.2). Only the newest state of a prefix waits: what comes and goes between two drains costs nothing. A peer is
 * never told what it offered itself, so each member's Adj-RIB-Out is a view of the group's.
 */
public final class AdjRibOut {

    private static final class Slot {
        final Prefix prefix;
        Advertised sent;
        Advertised next;
        boolean pending;
        long cause;

        Slot(Prefix prefix) {
            this.prefix = prefix;
        }
    }

    private final PrefixMap<Slot> table = new PrefixMap<>();
    private final List<Slot> pending = new ArrayList<>();

    /**
     * A prefix is to be advertised.
     *
     * @param attributes what export policy made of it, interned
     * @param source who offered the path: that peer is not told
     * @param cause number of the trace event that led to it
     */
    public void offer(Prefix prefix, PathAttributes attributes, PathSource source, long cause) {
        Slot slot = table.get(prefix);
        if (slot == null) {
            slot = new Slot(prefix);
            table.put(prefix, slot);
        }
        queue(slot, new Advertised(attributes, source.session()), cause);
    }

    /** A prefix is not to be advertised, or not any more. */
    public void retract(Prefix prefix, long cause) {
        Slot slot = table.get(prefix);
        if (slot != null) {
            queue(slot, null, cause);
        }
    }

    /** True if there may be something to tell. */
    public boolean isPending() {
        return !pending.isEmpty();
    }

    /** What changed since the last drain, in prefix order; from now on it counts as told. */
    public AdvertisedChanges drain() {
        pending.sort(Comparator.comparing(slot -> slot.prefix));
        ImmutableList.Builder<Item> items = ImmutableList.builder();
        for (Slot slot : pending) {
            if (!Objects.equals(slot.sent, slot.next)) {
                items.add(new Item(slot.prefix, slot.sent, slot.next, slot.cause));
            }
            settle(slot);
        }
        pending.clear();
        return new AdvertisedChanges(items.build());
    }

    /**
     * What a member must be told to believe what it should, that is, what {@link #sentTo} says: everything for a member that
     * joins with nothing, the difference for one that comes from another group.
     *
     * @param told what it believes now
     */
    public Advertisement difference(String session, Map<Prefix, PathAttributes> told) {
        SortedMap<Prefix, Item> items = new TreeMap<>();
        told.forEach((prefix, attributes) -> items.put(prefix, Item.told(prefix, attributes)));
        table.forEach((prefix, slot) -> {
            if (slot.sent != null) {
                Item item = items.get(prefix);
                items.put(prefix, new Item(prefix, item == null ? null : item.before(), slot.sent, slot.cause));
            }
        });
        return new AdvertisedChanges(ImmutableList.copyOf(items.values())).to(session);
    }

    /** What a member has been told and must believe now. */
    public ImmutableSortedMap<Prefix, PathAttributes> sentTo(String session) {
        ImmutableSortedMap.Builder<Prefix, PathAttributes> sent = ImmutableSortedMap.naturalOrder();
        table.forEach((prefix, slot) -> {
            if (slot.sent != null && slot.sent.isFor(session)) {
                sent.put(prefix, slot.sent.attributes());
            }
        });
        return sent.build();
    }

    private void queue(Slot slot, Advertised next, long cause) {
        slot.next = next;
        slot.cause = cause;
        if (!slot.pending) {
            slot.pending = true;
            pending.add(slot);
        }
    }

    private void settle(Slot slot) {
        slot.sent = slot.next;
        slot.pending = false;
        if (slot.sent == null) {
            table.remove(slot.prefix);
        }
    }
}

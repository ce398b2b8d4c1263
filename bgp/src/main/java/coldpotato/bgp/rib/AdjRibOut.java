package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.AdvertisedChanges.Advertised;
import coldpotato.bgp.rib.AdvertisedChanges.Item;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a group of peers with the same export policy has been told for one family, and what it is still to be told (RFC 4271
 * section 3.2). Only the newest state of a prefix waits: what comes and goes between two drains costs nothing. A peer is
 * never told what it offered itself, so each member's Adj-RIB-Out is a view of the group's; what a member could not be told
 * with the others is in its {@link Backlog}.
 */
public final class AdjRibOut {
    private final PrefixTable<AdvertisedPrefix> table = new PrefixTable<>();
    private final PrefixQueue<AdvertisedPrefix> pending = new PrefixQueue<>();
    private Advertised newest = new Advertised(null, "", ImmutableSet.of());

    /**
     * A prefix is to be advertised.
     *
     * @param attributes what export policy made of it, interned
     * @param source who offered the path: that peer is not told
     * @param cause number of the trace event that led to it
     */
    public void offer(Prefix prefix, PathAttributes attributes, PathSource source, long cause) {
        queue(row(prefix), advertised(attributes, source.session()), cause);
    }

    /** What is advertised of a prefix stands, but not to those whose own paths are going to take its place. */
    public void succeed(Prefix prefix, ImmutableSet<String> successors, long cause) {
        AdvertisedPrefix row = table.get(prefix);
        if (row != null && row.next != null && !row.next.successors().equals(successors)) {
            queue(row, new Advertised(row.next.attributes(), row.next.sourceSession(), successors), cause);
        }
    }

    /** A prefix is not to be advertised, or not any more. */
    public void retract(Prefix prefix, long cause) {
        AdvertisedPrefix row = table.get(prefix);
        if (row != null) {
            queue(row, null, cause);
        }
    }

    /** True if there may be something to tell. */
    public boolean isPending() {
        return !pending.isEmpty();
    }

    /**
     * Takes the first of what changed since the last drain, in prefix order; from now on it counts as told.
     *
     * @param prefixesMax how many prefixes at most
     * @param members told of it before rows that nobody needs any more are forgotten
     */
    public void drain(int prefixesMax, Consumer<AdvertisedChanges> members) {
        ImmutableList.Builder<Item> changed = ImmutableList.builder();
        List<AdvertisedPrefix> rows = pending.take(prefixesMax);
        for (AdvertisedPrefix row : rows) {
            if (!Objects.equals(row.sent, row.next)) {
                changed.add(new Item(row, row.sent, row.next, row.cause));
            }
            row.sent = row.next;
            row.pending = false;
        }
        members.accept(new AdvertisedChanges(changed.build()));
        rows.forEach(this::forgetIfUnused);
    }

    /** Nobody is there to be told: what is pending counts as told, so that whoever joins is told all of it. */
    public void settle() {
        for (AdvertisedPrefix row : pending.takeAll()) {
            row.sent = row.next;
            row.pending = false;
            forgetIfUnused(row);
        }
    }

    /**
     * What a member that joins must be told to believe what it should: everything if it comes with nothing, the difference
     * if it comes from another group.
     *
     * @param told what it believes now
     */
    public Backlog join(String session, Map<Prefix, PathAttributes> told) {
        Backlog backlog = new Backlog(this, session);
        if (!told.isEmpty()) {
            backlog.startFrom(told);
        }
        return backlog;
    }

    PrefixTable<AdvertisedPrefix> table() {
        return table;
    }

    /** The row of a prefix, made where there is none. */
    AdvertisedPrefix row(Prefix prefix) {
        AdvertisedPrefix row = table.get(prefix);
        if (row == null) {
            row = new AdvertisedPrefix(prefix);
            table.add(row);
        }
        return row;
    }

    void forgetIfUnused(AdvertisedPrefix row) {
        if (row.isForgotten()) {
            table.remove(row);
        }
    }

    /** Prefixes with the same attributes come one after the other, and share what stands for them. */
    private Advertised advertised(PathAttributes attributes, String session) {
        if (newest.attributes() != attributes || !newest.sourceSession().equals(session)) {
            newest = new Advertised(attributes, session, ImmutableSet.of());
        }
        return newest;
    }

    private void queue(AdvertisedPrefix row, Advertised next, long cause) {
        row.next = next;
        row.cause = cause;
        if (!row.pending) {
            row.pending = true;
            pending.add(row);
        }
    }
}

package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Rib;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Deadlines;
import coldpotato.core.trace.TraceSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/** The export groups of one speaker: who is in which, which are to be told something, which have still to be filled. */
final class ExportGroups {
    private final Map<AfiSafi, Rib> ribs;
    private final Installation installation;
    private final TraceSink trace;
    private final AttributePool pool;
    private final Budget budget;
    private final Map<ExportGroup.Key, ExportGroup> groups = new LinkedHashMap<>();
    private final List<ExportGroup> pending = new ArrayList<>();
    private final Queue<ExportGroup> filling = new ArrayDeque<>();
    private int groupsEver;

    ExportGroups(
            Map<AfiSafi, Rib> ribs, Installation installation, TraceSink trace, AttributePool pool, Budget budget) {
        this.ribs = ribs;
        this.installation = installation;
        this.trace = trace;
        this.pool = pool;
        this.budget = budget;
    }

    /**
     * Puts a neighbour into the group that its settings ask for.
     *
     * @param told what it has been told already
     */
    ExportMember join(long now, Peer peer, AfiSafi family, SpeakerConfig config, Map<Prefix, PathAttributes> told) {
        ExportGroup.Key key = ExportGroup.Key.of(peer, family);
        ExportGroup group = groups.get(key);
        if (group == null) {
            group = new ExportGroup(key, ++groupsEver, new ExportRules(config, peer.config()), installation, pool);
            groups.put(key, group);
            filling.add(group);
            fill(now, TraceSink.NONE);
        }
        return group.join(now, peer, told);
    }

    void leave(ExportMember member) {
        ExportGroup group = member.group();
        if (group.leave(member)) {
            groups.remove(group.key());
            pending.remove(group);
            filling.remove(group);
        }
    }

    /** There is another decision for a path, or it is installed now. */
    void change(AfiSafi family, Decision decision, long cause) {
        change(family, group -> group.change(decision, cause));
    }

    /** There is no path any more. */
    void retract(AfiSafi family, Prefix prefix, long cause) {
        change(family, group -> group.retract(prefix, cause));
    }

    private void change(AfiSafi family, Consumer<ExportGroup> change) {
        for (ExportGroup group : groups.values()) {
            if (group.key().family() == family) {
                change.accept(group);
                if (group.becamePending()) {
                    pending.add(group);
                }
            }
        }
    }

    /** True if a group does not have all of its table yet. */
    boolean isUnfinished() {
        return !filling.isEmpty();
    }

    /** Goes on filling groups that are new. */
    void fill(long now) {
        fill(now, trace);
    }

    private void fill(long now, TraceSink because) {
        while (!filling.isEmpty() && !budget.isSpent()) {
            ExportGroup group = filling.element();
            group.fill(ribs.get(group.key().family()), budget);
            if (group.isFilled()) {
                filling.remove();
                group.begin(now, because);
            }
        }
    }

    /** Tells neighbours what changed, as far as they may be told now; groups in the order in which they came to be. */
    void flush(long now) {
        pending.sort(Comparator.comparingInt(ExportGroup::number));
        pending.forEach(group -> group.flush(now, trace));
        pending.removeIf(group -> !group.staysPending());
    }

    long nextDeadlineNanos() {
        long next = Deadlines.NONE;
        for (ExportGroup group : pending) {
            next = Math.min(next, group.nextDeadlineNanos());
        }
        return next;
    }
}

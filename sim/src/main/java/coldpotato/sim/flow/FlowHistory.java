package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Flows in one direction over time: spans without gap or overlap, each different from the one before. Never changes: what happens next
 * makes another history that goes on from this one, the same for all flows to which it happens, so that flows that fared alike
 * have the same object, and those that parted share what was before.
 */
final class FlowHistory {
    private final FlowHistory before;
    private final Span last;
    /** Those that go on from here in the latest instant in which any did. */
    private final List<FlowHistory> next = new ArrayList<>(1);

    private ImmutableList<Span> spans;

    private FlowHistory(FlowHistory before, Span last) {
        this.before = before;
        this.last = last;
    }

    /** Nothing happened yet. */
    static FlowHistory beginning() {
        return new FlowHistory(null, null);
    }

    Walk now() {
        return last.walk();
    }

    boolean hasBegun() {
        return last != null;
    }

    /**
     * The history with this walk from this instant on; the last word of an instant counts. This one if it is the walk there was.
     *
     * @param walk the one object of all equal walks
     */
    FlowHistory then(long nowNanos, Walk walk, long cause) {
        if (hasBegun() && last.walk() == walk) {
            return this;
        }
        FlowHistory stem = hasBegun() && last.fromNanos() == nowNanos ? before : this;
        return stem.hasBegun() && stem.now() == walk ? stem : stem.grown(nowNanos, walk, cause);
    }

    private FlowHistory grown(long nowNanos, Walk walk, long cause) {
        if (!next.isEmpty() && next.get(0).last.fromNanos() != nowNanos) {
            next.clear();
        }
        for (FlowHistory each : next) {
            if (each.last.walk() == walk && each.last.cause() == cause) {
                return each;
            }
        }
        FlowHistory grown = new FlowHistory(this, new Span(nowNanos, walk, cause));
        next.add(grown);
        return grown;
    }

    /** The span that holds this instant. */
    Span at(long nanos) {
        FlowHistory then = this;
        while (then.hasBegun() && then.last.fromNanos() > nanos) {
            then = then.before;
        }
        checkArgument(then.hasBegun(), "the flow was not there at %s", nanos);
        return then.last;
    }

    ImmutableList<Span> spans() {
        if (spans == null) {
            List<Span> all = new ArrayList<>();
            for (FlowHistory then = this; then.hasBegun(); then = then.before) {
                all.add(then.last);
            }
            spans = ImmutableList.copyOf(all).reverse();
        }
        return spans;
    }

    /** The spans that are not over before the one time and begin before the other. */
    List<Span> between(long fromNanos, long toNanos) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < spans().size(); i++) {
            boolean over = i + 1 < spans.size() && spans.get(i + 1).fromNanos() <= fromNanos;
            if (!over && spans.get(i).fromNanos() < toNanos) {
                found.add(spans.get(i));
            }
        }
        return found;
    }

    /** The last instant, up to now, at which the walk was such a one; empty if it never was. */
    OptionalLong lastTime(Predicate<Walk> such, long nowNanos) {
        long end = nowNanos;
        for (FlowHistory then = this; then.hasBegun(); then = then.before) {
            if (such.test(then.last.walk())) {
                return OptionalLong.of(end);
            }
            end = then.last.fromNanos();
        }
        return OptionalLong.empty();
    }

    /** How often packets began to arrive by another way than the one by which they last arrived. */
    int pathChanges(long fromNanos, long toNanos) {
        int changes = 0;
        ImmutableList<Walk.Hop> before = null;
        for (Span span : spans()) {
            if (span.fromNanos() <= toNanos && span.walk().outcome().isDelivery()) {
                ImmutableList<Walk.Hop> hops = span.walk().hops();
                changes += before != null && span.fromNanos() > fromNanos && !hops.equals(before) ? 1 : 0;
                before = hops;
            }
        }
        return changes;
    }
}

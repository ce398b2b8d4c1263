package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** One flow in one direction over time: spans without gap or overlap, each different from the one before. */
final class FlowHistory {
    private final List<Span> spans = new ArrayList<>(2);

    Walk now() {
        return last().walk();
    }

    boolean hasBegun() {
        return !spans.isEmpty();
    }

    /** The walk from this instant on; the last word of an instant counts. False if it is the walk there was. */
    boolean add(long nowNanos, Walk walk, long cause) {
        if (hasBegun() && now().equals(walk)) {
            return false;
        }
        if (hasBegun() && last().fromNanos() == nowNanos) {
            spans.remove(spans.size() - 1);
        }
        if (!hasBegun() || !now().equals(walk)) {
            spans.add(new Span(nowNanos, walk, cause));
        }
        return true;
    }

    /** The span that holds this instant. */
    Span at(long nanos) {
        checkArgument(hasBegun() && nanos >= spans.get(0).fromNanos(), "the flow was not there at %s", nanos);
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (spans.get(middle).fromNanos() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return spans.get(low);
    }

    ImmutableList<Span> spans() {
        return ImmutableList.copyOf(spans);
    }

    /** The spans that are not over before the one time and begin before the other. */
    List<Span> between(long fromNanos, long toNanos) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
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
        for (int i = spans.size() - 1; i >= 0; i--) {
            if (such.test(spans.get(i).walk())) {
                return OptionalLong.of(end);
            }
            end = spans.get(i).fromNanos();
        }
        return OptionalLong.empty();
    }

    /** How often packets began to arrive by another way than the one by which they last arrived. */
    int pathChanges(long fromNanos, long toNanos) {
        int changes = 0;
        ImmutableList<Walk.Hop> before = null;
        for (Span span : spans) {
            if (span.fromNanos() <= toNanos && span.walk().outcome().isDelivery()) {
                ImmutableList<Walk.Hop> hops = span.walk().hops();
                changes += before != null && span.fromNanos() > fromNanos && !hops.equals(before) ? 1 : 0;
                before = hops;
            }
        }
        return changes;
    }

    private Span last() {
        return spans.get(spans.size() - 1);
    }
}

package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * Flows of a group that fared alike from the beginning to the end, in both directions: what is true of one is true of each.
 *
 * @param flows their numbers in the group, counted from 0, in order; at least one
 * @param forward everything that happened to the packets of those who opened them
 * @param reverse everything that happened to the answers
 */
public record Cohort(ImmutableList<Integer> flows, ImmutableList<Span> forward, ImmutableList<Span> reverse) {

    /** How many flows it is. */
    public int size() {
        return flows.size();
    }

    /** Everything that happened in a direction. */
    public ImmutableList<Span> spans(FlowDirection direction) {
        return direction == FlowDirection.FORWARD ? forward : reverse;
    }

    /** The way of their packets at an instant. */
    Walk at(FlowDirection direction, long nanos) {
        ImmutableList<Span> spans = spans(direction);
        int low = 0;
        int high = spans.size() - 1;
        checkArgument(spans.get(0).fromNanos() <= nanos, "the flows were not there at %s", nanos);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (spans.get(middle).fromNanos() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return spans.get(low).walk();
    }
}

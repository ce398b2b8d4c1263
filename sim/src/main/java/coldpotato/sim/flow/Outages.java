package coldpotato.sim.flow;

import com.google.common.collect.ImmutableSortedSet;

/**
 * How the flows of a group fared over a time. A flow is hit if at any instant of it no packet would have arrived; its outage
 * is the sum of those instants. Partial loss is no outage.
 *
 * @param flows how many there are
 * @param hit how many were hit
 * @param shortestNanos the least outage of a flow that was hit, 0 if none was
 * @param longestNanos the greatest
 * @param causes numbers of the trace events that began the outages
 */
public record Outages(int flows, int hit, long shortestNanos, long longestNanos, ImmutableSortedSet<Long> causes) {

    /** From 0 to 1. */
    public double hitFraction() {
        return (double) hit / flows;
    }
}

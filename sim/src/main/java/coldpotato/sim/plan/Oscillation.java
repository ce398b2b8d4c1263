package coldpotato.sim.plan;

import com.google.common.collect.ImmutableSortedSet;

/**
 * Routing that does not converge.
 *
 * @param sinceNanos when the network was last touched from outside
 * @param prefixes whose best path changes for ever, as text
 * @param nodes routers that keep changing it
 */
public record Oscillation(long sinceNanos, ImmutableSortedSet<String> prefixes, ImmutableSortedSet<String> nodes) {}

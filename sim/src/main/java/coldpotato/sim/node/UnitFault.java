package coldpotato.sim.node;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A unit of a cluster of firewalls fails.
 *
 * @param unit which, counted from 1; empty for the one that does the work, or the first of those that do
 * @param takeoverNanos until others do its work; empty for as long as the cluster usually takes
 * @param losesState true if whoever takes over knows nothing, though the cluster shares its state
 * @param backAfterNanos when the unit is back; empty for never
 */
public record UnitFault(
        OptionalInt unit, Optional<Long> takeoverNanos, boolean losesState, Optional<Long> backAfterNanos) {}

package coldpotato.scenarios.check;

import coldpotato.scenarios.file.PerDirection;
import coldpotato.sim.flow.FlowDirection;
import com.google.common.collect.ImmutableSet;
import java.util.function.BiConsumer;

/**
 * The directions that a claim about outages looks at: one, or either.
 *
 * @param directions a flow is out while packets of any of these do not arrive
 * @param text before what was found, empty for either
 */
record Sided(ImmutableSet<FlowDirection> directions, String text) {
    private static final Sided EITHER = new Sided(ImmutableSet.copyOf(FlowDirection.values()), "");

    /** Visits what is claimed of each side. */
    static <T> void each(PerDirection<T> claims, String flow, FlowSides sides, BiConsumer<Sided, T> visitor) {
        claims.both().ifPresent(claim -> visitor.accept(EITHER, claim));
        claims.toSite()
                .ifPresent(claim -> visitor.accept(new Sided(ImmutableSet.of(sides.toSite(flow)), "to-site "), claim));
        claims.toAzure()
                .ifPresent(
                        claim -> visitor.accept(new Sided(ImmutableSet.of(sides.toAzure(flow)), "to-azure "), claim));
    }
}

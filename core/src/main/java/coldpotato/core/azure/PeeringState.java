package coldpotato.core.azure;

import coldpotato.core.net.Family;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * Whether the sessions of a peering may be up.
 *
 * @param closed families that are switched off; the portal has a switch for each (evaluate-circuit-resiliency.md)
 * @param registration who the prefixes and AS numbers belong to, which counts on Microsoft peering alone
 */
public record PeeringState(ImmutableSet<Family> closed, Registration registration) {
    private static final ImmutableSet<Family> ALL = ImmutableSet.copyOf(Family.values());

    /** Both families open, nothing in doubt. */
    public static final PeeringState OPEN = new PeeringState(ImmutableSet.of(), Registration.CONFIGURED);

    /** Both families open or both closed. */
    public static PeeringState of(boolean enabled) {
        return OPEN.with(ALL, enabled);
    }

    /** True if the sessions of a family are switched on, whether or not something else keeps them down. */
    public boolean isOn(Family family) {
        return !closed.contains(family);
    }

    /** True if the sessions of a family may be up. */
    public boolean opens(Family family) {
        return isOn(family) && registration.state() == AdvertisedPublicPrefixesState.CONFIGURED;
    }

    /** The same with these families switched on or off. */
    public PeeringState with(ImmutableSet<Family> families, boolean enabled) {
        return new PeeringState(
                enabled
                        ? Sets.difference(closed, families).immutableCopy()
                        : Sets.union(closed, families).immutableCopy(),
                registration);
    }

    /** The same with other prefixes or numbers behind it. */
    public PeeringState with(Registration value) {
        return new PeeringState(closed, value);
    }
}

package coldpotato.core.azure;

import com.google.common.collect.ImmutableSet;

/**
 * The sessions between an appliance and a Route Server.
 *
 * @param virtualNetwork whose Route Server it is: the appliance's VNet, or one that is peered with it
 * @param instances the instances, 1 and 2, that the appliance has a session with; it should be both
 *     (troubleshoot-route-server.md)
 */
public record RouteServerPeering(String virtualNetwork, ImmutableSet<Integer> instances) {
    /** The instances that a Route Server has. */
    public static final ImmutableSet<Integer> BOTH = ImmutableSet.of(1, 2);
}

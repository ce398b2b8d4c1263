package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * A static route. Next hops are used while they can be reached; several are used side by side.
 *
 * @param prefix where to
 * @param nextHops addresses, on connected links as a rule, resolved through routes that BGP did not learn; empty to discard (a null route)
 * @param inOrder true to use only the first next hop that can be reached, false to share over all of them
 * @param distance administrative distance, that of the source as a rule
 * @param source {@link RouteSource#STATIC} for what an engineer types; {@link RouteSource#USER_DEFINED} and
 *     {@link RouteSource#SYSTEM} for what a cloud gives its subnets
 */
public record StaticRoute(
        Prefix prefix, ImmutableList<IpAddress> nextHops, boolean inOrder, int distance, RouteSource source) {

    /** A route as an engineer types it. */
    public StaticRoute(Prefix prefix, ImmutableList<IpAddress> nextHops, boolean inOrder, int distance) {
        this(prefix, nextHops, inOrder, distance, RouteSource.STATIC);
    }
}

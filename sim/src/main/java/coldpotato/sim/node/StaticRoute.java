package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * A static route. Next hops are used while the interface they lie on is up; several are used side by side.
 *
 * @param prefix where to
 * @param nextHops neighbours' addresses on connected links; empty to discard (a null route)
 * @param inOrder true to use only the first next hop that can be reached, false to share over all of them
 * @param distance administrative distance, 1 as a rule
 */
public record StaticRoute(Prefix prefix, ImmutableList<IpAddress> nextHops, boolean inOrder, int distance) {}

package coldpotato.sim.node;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * A forwarding entry: what packets to a prefix meet.
 *
 * @param prefix where to
 * @param action what happens to them
 * @param nextHops each with its link; shared over those whose link is not known to be down
 * @param event number of the trace event that programmed it
 */
public record FibEntry(Prefix prefix, RouteAction action, ImmutableList<NextHop> nextHops, long event) {}

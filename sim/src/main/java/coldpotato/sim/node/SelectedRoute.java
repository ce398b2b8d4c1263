package coldpotato.sim.node;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * What the routing table uses for a prefix, with next hops resolved to links.
 *
 * @param prefix where to
 * @param source who says so
 * @param distance administrative distance
 * @param metric cost of an IGP route, 0 for most others
 * @param action what happens to packets
 * @param nextHops in the order of the routes that gave them; each names its link
 */
public record SelectedRoute(
        Prefix prefix,
        RouteSource source,
        int distance,
        long metric,
        RouteAction action,
        ImmutableList<NextHop> nextHops) {

    /** The next hops, or what is done instead of sending, as traces and tables show it. */
    public String target() {
        return switch (action) {
            case FORWARD -> nextHops.stream().map(NextHop::toString).collect(Collectors.joining(", "));
            case DISCARD -> "discard";
            case DELIVER -> "here";
        };
    }
}

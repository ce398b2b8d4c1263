package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;

/**
 * A candidate of the routing table. Routes of the same source, distance and metric are used side by side.
 *
 * @param prefix where to
 * @param source who says so
 * @param origin tells routes of the same source and prefix apart: the name of a feed, an index; often empty
 * @param distance administrative distance, lower wins
 * @param metric decides between routes of the same distance and source, lower wins; the cost of an IGP route
 * @param action what happens to packets
 * @param nextHops where they go; empty unless the action is {@link RouteAction#FORWARD}
 * @param inOrder true to use only the first next hop that can be reached, false to share over all of them
 */
public record CandidateRoute(
        Prefix prefix,
        RouteSource source,
        String origin,
        int distance,
        long metric,
        RouteAction action,
        ImmutableList<NextHop> nextHops,
        boolean inOrder) {
    static final Comparator<CandidateRoute> PREFERENCE = Comparator.comparingInt(CandidateRoute::distance)
            .thenComparing(CandidateRoute::source)
            .thenComparingLong(CandidateRoute::metric)
            .thenComparing(CandidateRoute::origin);

    public CandidateRoute {
        checkArgument((action == RouteAction.FORWARD) != nextHops.isEmpty(), "%s has next hops or it has not", prefix);
    }

    /** A route over next hops, with the distance of its source. */
    public static CandidateRoute over(
            Prefix prefix, RouteSource source, String origin, long metric, ImmutableList<NextHop> nextHops) {
        return new CandidateRoute(
                prefix, source, origin, source.distance(), metric, RouteAction.FORWARD, nextHops, false);
    }

    /** A route that ends here, in a host or in nothing. */
    public static CandidateRoute ending(Prefix prefix, RouteSource source, String origin, RouteAction action) {
        return new CandidateRoute(prefix, source, origin, source.distance(), 0, action, ImmutableList.of(), false);
    }

    /** A route to nowhere that somebody else has told of. */
    static CandidateRoute discarding(Prefix prefix, RouteSource source, String origin, long metric) {
        return new CandidateRoute(
                prefix, source, origin, source.distance(), metric, RouteAction.DISCARD, ImmutableList.of(), false);
    }

    /** A configured route; the index tells several for the same prefix apart. */
    public static CandidateRoute of(StaticRoute configured, int index) {
        ImmutableList<NextHop> nextHops =
                configured.nextHops().stream().map(NextHop::via).collect(ImmutableList.toImmutableList());
        return new CandidateRoute(
                configured.prefix(),
                configured.source(),
                Integer.toString(index),
                configured.distance(),
                0,
                nextHops.isEmpty() ? RouteAction.DISCARD : RouteAction.FORWARD,
                nextHops,
                configured.inOrder());
    }

    /** True if both would be used together were they the best. */
    boolean ranksWith(CandidateRoute other) {
        return distance == other.distance && source == other.source && metric == other.metric;
    }
}

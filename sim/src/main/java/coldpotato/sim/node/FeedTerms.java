package coldpotato.sim.node;

import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What a {@link RouteFeed} feeds, and how the receiver takes it.
 *
 * @param nextHop where the receiver sends, and then only routes of its family are fed; empty if it sends to the next hops of the
 *     routes themselves, resolved in its own table
 * @param metric decides between feeds of the same prefix, lower wins
 * @param metricPerAs what each AS in the path of a route adds to the metric; 0 if its length does not count
 * @param scope which routes are fed
 * @param defaultRoute true if default routes are among them
 * @param own prefixes that are fed besides although the feeding node originates them itself
 * @param delayNanos from a change at the one to the change of the other's routing table
 */
public record FeedTerms(
        Optional<IpAddress> nextHop,
        long metric,
        long metricPerAs,
        Scope scope,
        boolean defaultRoute,
        ImmutableSet<Prefix> own,
        long delayNanos) {

    /** Which of a node's best routes are fed. */
    public enum Scope {
        /** Learned from another AS by the node itself. */
        EXTERNAL,
        /** Learned from anybody. */
        LEARNED,
        /** Learned, or originated by the node itself. */
        ALL;

        private boolean holds(Path path) {
            return switch (this) {
                case EXTERNAL -> path.source().kind() == PathSource.Kind.EBGP;
                case LEARNED -> !path.source().isLocal();
                case ALL -> true;
            };
        }
    }

    /** The length of paths does not count, default routes are fed, and there is nothing besides what is in scope. */
    public FeedTerms(Optional<IpAddress> nextHop, long metric, Scope scope, long delayNanos) {
        this(nextHop, metric, 0, scope, true, ImmutableSet.of(), delayNanos);
    }

    /** All best routes, to be sent to one address. */
    public static FeedTerms via(IpAddress nextHop, long delayNanos) {
        return new FeedTerms(Optional.of(nextHop), 0, Scope.LEARNED, delayNanos);
    }

    /** Where the receiver sends by these terms; empty if the route is not fed. */
    ImmutableList<NextHop> nextHops(Decision decision) {
        if (decision.best().filter(this::isFed).isEmpty()) {
            return ImmutableList.of();
        }
        return nextHop.isPresent()
                ? ImmutableList.of(NextHop.via(nextHop.get()))
                : decision.multipath().stream()
                        .filter(this::isFed)
                        .map(path -> NextHop.via(path.attributes().nextHop()))
                        .distinct()
                        .collect(ImmutableList.toImmutableList());
    }

    /** The metric of a route that is fed. */
    long metric(Decision decision) {
        return metric
                + metricPerAs
                        * decision.best()
                                .map(best -> best.attributes().asPath().length())
                                .orElse(0);
    }

    private boolean isFed(Path path) {
        boolean familyFits = nextHop.map(
                        address -> address.family() == path.prefix().family())
                .orElse(true);
        boolean listed = path.source().isLocal() && own.contains(path.prefix());
        boolean inScope = scope.holds(path) && (defaultRoute || !path.prefix().isDefault());
        return familyFits && (inScope || listed);
    }
}

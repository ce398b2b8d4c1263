package coldpotato.sim.azure;

import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FeedTerms;
import com.google.common.collect.ImmutableSet;

/**
 * How subnets take what a gateway or Route Server programs into them.
 *
 * @param metric decides between several for the same prefix, lower wins
 * @param metricPerAs what each AS in the path adds to the metric
 * @param scope which of its best routes the node feeds
 * @param thirdParty true to send to the next hops of the routes themselves, not to the node that feeds them
 * @param own what is fed although the node announces it itself: prefixes that it reaches by static routes
 */
record FeedPreference(
        long metric, long metricPerAs, FeedTerms.Scope scope, boolean thirdParty, ImmutableSet<Prefix> own) {
    /** Routes of an ExpressRoute gateway, which come before those of a VPN gateway. */
    static final FeedPreference EXPRESSROUTE = of(0, FeedTerms.Scope.EXTERNAL, false);

    private static FeedPreference of(long metric, FeedTerms.Scope scope, boolean thirdParty) {
        return new FeedPreference(metric, 0, scope, thirdParty, ImmutableSet.of());
    }

    /**
     * What a virtual hub knows; its default route only where the connection has it.
     *
     * @param transit false for a hub that is no way between VNets
     */
    static FeedPreference hub(boolean transit, boolean defaultRoute) {
        FeedTerms.Scope all = defaultRoute ? FeedTerms.Scope.ALL : FeedTerms.Scope.ALL_BUT_DEFAULT;
        return of(0, transit ? all : FeedTerms.Scope.LEARNED, false);
    }

    /** Routes of a VPN gateway. */
    static final FeedPreference VPN = of(1, FeedTerms.Scope.EXTERNAL, false);

    /** The same, with these of the feeding node's own. */
    FeedPreference with(ImmutableSet<Prefix> prefixes) {
        return new FeedPreference(metric, metricPerAs, scope, thirdParty, prefixes);
    }

    /** Routes of appliances, that Route Server is told and is not on the way of. */
    static final FeedPreference APPLIANCE = of(1, FeedTerms.Scope.EXTERNAL, true);

    private static final long LAST = 1_000;

    /** What becomes of it by the routing preference of the VNet's Route Server (hub-routing-preference.md). */
    FeedPreference in(VirtualNetwork vnet) {
        return vnet.routeServer().map(server -> by(server.preference())).orElse(this);
    }

    /** VPN and appliances rank by AS path between themselves; with AS-path, ExpressRoute goes before others of its length. */
    private FeedPreference by(RoutingPreference preference) {
        boolean expressRoute = metric == EXPRESSROUTE.metric;
        return switch (preference) {
            case EXPRESSROUTE -> expressRoute ? ranked(0, 0) : ranked(LAST, 1);
            case VPN -> expressRoute ? ranked(LAST, 0) : ranked(0, 1);
            case AS_PATH -> expressRoute ? ranked(0, 2) : ranked(1, 2);
        };
    }

    private FeedPreference ranked(long changedMetric, long changedPerAs) {
        return new FeedPreference(changedMetric, changedPerAs, scope, thirdParty, own);
    }
}

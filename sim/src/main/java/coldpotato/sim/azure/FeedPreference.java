package coldpotato.sim.azure;

import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FeedTerms;
import com.google.common.collect.ImmutableSet;

/**
 * How subnets take what a gateway or Route Server programs into them.
 *
 * @param origin who programs
 * @param metric decides between several for the same prefix, lower wins
 * @param metricPerAs what each AS in the path adds to the metric
 * @param scope which of its best routes the node feeds
 * @param defaultRoute true if default routes are among them
 * @param thirdParty true to send to the next hops of the routes themselves, not to the node that feeds them
 * @param own what is fed although the node announces it itself: prefixes that it reaches by static routes
 */
record FeedPreference(
        Origin origin,
        long metric,
        long metricPerAs,
        FeedTerms.Scope scope,
        boolean defaultRoute,
        boolean thirdParty,
        ImmutableSet<Prefix> own) {

    /** Who programs routes into subnets. */
    enum Origin {
        EXPRESSROUTE,
        VPN,
        APPLIANCE,
        HUB
    }

    /** Routes of an ExpressRoute gateway, which come before those of a VPN gateway. */
    static final FeedPreference EXPRESSROUTE = of(Origin.EXPRESSROUTE, 0, FeedTerms.Scope.EXTERNAL, false);
    /** Routes of a VPN gateway. */
    static final FeedPreference VPN = of(Origin.VPN, 1, FeedTerms.Scope.EXTERNAL, false);
    /** Routes of appliances, that Route Server is told and is not on the way of. */
    static final FeedPreference APPLIANCE = of(Origin.APPLIANCE, 1, FeedTerms.Scope.EXTERNAL, true);

    private static final long LAST = 1_000;

    private static FeedPreference of(Origin origin, long metric, FeedTerms.Scope scope, boolean thirdParty) {
        return new FeedPreference(origin, metric, 0, scope, true, thirdParty, ImmutableSet.of());
    }

    /**
     * What a virtual hub knows; its default route only where the connection has it.
     *
     * @param transit false for a hub that is no way between VNets
     */
    static FeedPreference hub(boolean transit, boolean defaultRoute) {
        FeedTerms.Scope scope = transit ? FeedTerms.Scope.ALL : FeedTerms.Scope.LEARNED;
        return new FeedPreference(Origin.HUB, 0, 0, scope, defaultRoute, false, ImmutableSet.of());
    }

    /** The same, with these of the feeding node's own. */
    FeedPreference with(ImmutableSet<Prefix> prefixes) {
        return new FeedPreference(origin, metric, metricPerAs, scope, defaultRoute, thirdParty, prefixes);
    }

    /** What becomes of it by the routing preference of the VNet's Route Server (hub-routing-preference.md). */
    FeedPreference in(VirtualNetwork vnet) {
        return vnet.routeServer().map(server -> by(server.preference())).orElse(this);
    }

    /** A hub has ranked its routes already. */
    private FeedPreference by(RoutingPreference preference) {
        return switch (origin) {
            case EXPRESSROUTE -> expressRouteBy(preference);
            case VPN, APPLIANCE -> othersBy(preference);
            case HUB -> this;
        };
    }

    /** With AS-path, ExpressRoute goes before others of its length. */
    private FeedPreference expressRouteBy(RoutingPreference preference) {
        return switch (preference) {
            case EXPRESSROUTE -> ranked(0, 0);
            case VPN -> ranked(LAST, 0);
            case AS_PATH -> ranked(0, 2);
        };
    }

    /** VPN and appliances rank by AS path between themselves. */
    private FeedPreference othersBy(RoutingPreference preference) {
        return switch (preference) {
            case EXPRESSROUTE -> ranked(LAST, 1);
            case VPN -> ranked(0, 1);
            case AS_PATH -> ranked(1, 2);
        };
    }

    private FeedPreference ranked(long changedMetric, long changedPerAs) {
        return new FeedPreference(origin, changedMetric, changedPerAs, scope, defaultRoute, thirdParty, own);
    }
}

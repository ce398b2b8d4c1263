package coldpotato.sim.azure;

import coldpotato.sim.node.FeedTerms;

/**
 * How subnets take what a gateway or Route Server programs into them.
 *
 * @param metric decides between several for the same prefix, lower wins
 * @param scope which of its best routes the node feeds
 * @param thirdParty true to send to the next hops of the routes themselves, not to the node that feeds them
 */
record FeedPreference(long metric, FeedTerms.Scope scope, boolean thirdParty) {
    /** Routes of an ExpressRoute gateway, which come before those of a VPN gateway. */
    static final FeedPreference EXPRESSROUTE = new FeedPreference(0, FeedTerms.Scope.EXTERNAL, false);

    /**
     * What a virtual hub knows; its default route only where the connection has it.
     *
     * @param transit false for a hub that is no way between VNets
     */
    static FeedPreference hub(boolean transit, boolean defaultRoute) {
        FeedTerms.Scope all = defaultRoute ? FeedTerms.Scope.ALL : FeedTerms.Scope.ALL_BUT_DEFAULT;
        return new FeedPreference(0, transit ? all : FeedTerms.Scope.LEARNED, false);
    }

    /** Routes of a VPN gateway. */
    static final FeedPreference VPN = new FeedPreference(1, FeedTerms.Scope.EXTERNAL, false);
}

package coldpotato.sim.azure;

import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FeedTerms;
import com.google.common.collect.ImmutableSet;

/**
 * How subnets take what a gateway or Route Server programs into them.
 *
 * @param metric decides between several for the same prefix, lower wins
 * @param scope which of its best routes the node feeds
 * @param thirdParty true to send to the next hops of the routes themselves, not to the node that feeds them
 * @param own what is fed although the node announces it itself: prefixes that it reaches by static routes
 */
record FeedPreference(long metric, FeedTerms.Scope scope, boolean thirdParty, ImmutableSet<Prefix> own) {
    /** Routes of an ExpressRoute gateway, which come before those of a VPN gateway. */
    static final FeedPreference EXPRESSROUTE =
            new FeedPreference(0, FeedTerms.Scope.EXTERNAL, false, ImmutableSet.of());

    /**
     * What a virtual hub knows; its default route only where the connection has it.
     *
     * @param transit false for a hub that is no way between VNets
     */
    static FeedPreference hub(boolean transit, boolean defaultRoute) {
        FeedTerms.Scope all = defaultRoute ? FeedTerms.Scope.ALL : FeedTerms.Scope.ALL_BUT_DEFAULT;
        return new FeedPreference(0, transit ? all : FeedTerms.Scope.LEARNED, false, ImmutableSet.of());
    }

    /** Routes of a VPN gateway. */
    static final FeedPreference VPN = new FeedPreference(1, FeedTerms.Scope.EXTERNAL, false, ImmutableSet.of());

    /** The same, with these of the feeding node's own. */
    FeedPreference with(ImmutableSet<Prefix> prefixes) {
        return new FeedPreference(metric, scope, thirdParty, prefixes);
    }
}

package coldpotato.sim.azure;

/**
 * How subnets take what a gateway or Route Server programs into them.
 *
 * @param metric decides between several for the same prefix, lower wins
 * @param external true to feed only what the node learned from another AS itself
 * @param thirdParty true to send to the next hops of the routes themselves, not to the node that feeds them
 */
record FeedPreference(long metric, boolean external, boolean thirdParty) {
    /** Routes of an ExpressRoute gateway, which come before those of a VPN gateway. */
    static final FeedPreference EXPRESSROUTE = new FeedPreference(0, true, false);

    /** Routes of a VPN gateway. */
    static final FeedPreference VPN = new FeedPreference(1, true, false);
}

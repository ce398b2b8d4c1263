package coldpotato.sim.azure;

import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Documented;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;

/**
 * Marks that MSEEs put on routes to know later where these came from: large communities that never leave Microsoft's network.
 * The documents do not say how Microsoft does it.
 */
final class Marks {
    private static final int SOURCE = 1;
    private static final LargeCommunity GLOBAL_REACH = new LargeCommunity(Documented.MSEE_ASN.toInt(), SOURCE, 1);
    private static final CommunityPattern ANY =
            CommunityPattern.parse(Documented.MSEE_ASN.toInt() + ":" + SOURCE + ":*");

    /** At the receiving end of Global Reach. */
    static final PolicyRule OVER_GLOBAL_REACH =
            Rules.set("came over Global Reach", new SetClause.LargeCommunities(false, ImmutableList.of(GLOBAL_REACH)));

    /** What came over Global Reach. */
    static final MatchClause CAME_OVER_GLOBAL_REACH =
            Rules.anyCommunity(ImmutableList.of(CommunityPattern.parse(GLOBAL_REACH.toString())));

    /** Towards customers. */
    static final PolicyRule REMOVED =
            Rules.set("marks stay inside", new SetClause.RemoveCommunities(ImmutableList.of(ANY)));

    private Marks() {}
}

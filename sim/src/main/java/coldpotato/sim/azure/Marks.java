package coldpotato.sim.azure;

import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.NumberRange;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Documented;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;

/**
 * What routes carry inside Azure so that routers there can tell by which way they came: large communities of AS 65515, put on by
 * the router that hears a route, and taken off before a route leaves Azure. Customers can neither see nor set them. A device
 * of the model, not of Microsoft's: how its routers tell is not documented.
 */
final class Marks {
    /** Came by an ExpressRoute circuit. */
    static final LargeCommunity EXPRESSROUTE = mark(1, 1);
    /** Came by a VPN connection. */
    static final LargeCommunity VPN = mark(1, 2);
    /** Came from a network virtual appliance. */
    static final LargeCommunity APPLIANCE = mark(1, 3);
    /** Came to an MSEE from another one, over Global Reach. */
    private static final LargeCommunity GLOBAL_REACH = mark(1, 4);
    /** Came to a hub by a connection of its own. */
    static final LargeCommunity LOCAL = mark(2, 1);
    /** Came to a hub from another hub. */
    static final LargeCommunity REMOTE = mark(2, 2);
    /** Came from a hub with a private routing policy. */
    static final LargeCommunity SECURED = mark(3, 1);

    /** Told to the VPN gateway of a hub by its router, which has chosen it before what came through tunnels. */
    static final LargeCommunity CHOSEN = mark(3, 2);

    /** Announced to an MSEE by the gateway of a VNet. */
    static final LargeCommunity VNET = mark(4, 1);
    /** Announced to an MSEE by the gateway of a hub. */
    static final LargeCommunity VIRTUAL_WAN = mark(4, 2);

    private static final CommunityPattern ALL = pattern(NumberRange.ALL, NumberRange.ALL);
    private static final CommunityPattern PLACES = pattern(NumberRange.of(2), NumberRange.ALL);

    /** At the receiving end of Global Reach. */
    static final PolicyRule OVER_GLOBAL_REACH = Rules.set("came over Global Reach", add(GLOBAL_REACH));

    /** What came over Global Reach. */
    static final MatchClause CAME_OVER_GLOBAL_REACH = carried(GLOBAL_REACH);

    /** Towards customers. */
    static final PolicyRule REMOVED = Rules.set("marks stay inside", remove(ALL));

    private Marks() {}

    /** Puts on the mark of the way by which routes enter Azure, whatever they carried before. */
    static PolicyRule entering(LargeCommunity mark) {
        return Rules.set("enters Azure", remove(ALL), add(mark));
    }

    /** Says anew where a hub has its routes from. */
    static PolicyRule from(LargeCommunity place) {
        return Rules.set(place.equals(LOCAL) ? "local to the hub" : "from another hub", remove(PLACES), add(place));
    }

    /** Announced by one gateway among all. */
    static LargeCommunity origin(int number) {
        return mark(5, number);
    }

    /** What carries a mark. */
    static MatchClause carried(LargeCommunity mark) {
        return Rules.anyCommunity(ImmutableList.of(
                pattern(NumberRange.of(mark.data1()), NumberRange.of(Integer.toUnsignedLong(mark.data2())))));
    }

    static SetClause add(LargeCommunity mark) {
        return new SetClause.LargeCommunities(false, ImmutableList.of(mark));
    }

    private static SetClause remove(CommunityPattern pattern) {
        return new SetClause.RemoveCommunities(ImmutableList.of(pattern));
    }

    private static CommunityPattern pattern(NumberRange sort, NumberRange value) {
        return new CommunityPattern(
                CommunityPattern.Kind.LARGE,
                ImmutableList.of(NumberRange.of(Documented.GATEWAY_ASN.toInt()), sort, value));
    }

    private static LargeCommunity mark(int sort, int value) {
        return new LargeCommunity(Documented.GATEWAY_ASN.toInt(), sort, value);
    }
}

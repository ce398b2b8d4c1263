package coldpotato.sim.azure;

import coldpotato.bgp.rib.CommunityRank;
import coldpotato.bgp.rib.Conditional;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.DecisionStage;
import coldpotato.bgp.rib.Preference;
import coldpotato.bgp.rib.Succession;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * How the router of a virtual hub chooses (about-virtual-hub-routing-preference.md). Longest prefixes and static routes come first
 * by themselves: the one in the forwarding table, the other as routes of the hub's own. Appliances count with VPN, as at Route
 * Server; for hubs it is not documented.
 *
 * @param preference as it is configured
 * @param stays true if VPN routes that stepped in for ExpressRoute stay
 * @param remoteExpressRouteLast true if the short AS path of an ExpressRoute route of another hub is of no use
 */
record HubPreference(RoutingPreference preference, boolean stays, boolean remoteExpressRouteLast) {
    private static final CommunityRank SECURED =
            CommunityRank.carriers("private routing policy", Marks.SECURED).among(Marks.REMOTE);
    private static final DecisionStage LOCAL_FIRST = CommunityRank.carriers("local before other hubs", Marks.LOCAL);
    private static final CommunityRank VPN_FIRST =
            CommunityRank.carriers("VPN before ExpressRoute", Marks.VPN, Marks.APPLIANCE);
    private static final DecisionStage LOCAL_EXPRESSROUTE = new Conditional(
            "as all are local", Marks.LOCAL, CommunityRank.carriers("ExpressRoute before VPN", Marks.EXPRESSROUTE));
    private static final DecisionStage REMOTE_VPN =
            new Conditional("as all are from other hubs", Marks.REMOTE, VPN_FIRST);
    private static final DecisionStage STAY =
            new Succession("VPN that stepped in for ExpressRoute", ImmutableSet.of(Marks.VPN, Marks.APPLIANCE));
    private static final DecisionStage REMOTE_EXPRESSROUTE_LAST = new CommunityRank(
            "ExpressRoute of other hubs last",
            Optional.empty(),
            ImmutableList.of(ImmutableSet.of(Marks.LOCAL, Marks.VPN, Marks.APPLIANCE)));

    DecisionProcess process() {
        return Platforms.process("hub-" + preference.text(), Platforms.equalPaths(), stages());
    }

    private ImmutableList<DecisionStage> stages() {
        ImmutableList.Builder<DecisionStage> stages = ImmutableList.builder();
        stages.add(Preference.LOCAL_ORIGIN, SECURED);
        return switch (preference) {
            case EXPRESSROUTE ->
                sticky(stages.add(LOCAL_FIRST))
                        .add(LOCAL_EXPRESSROUTE, REMOTE_VPN, Preference.AS_PATH_LENGTH)
                        .build();
            case VPN ->
                stages.add(LOCAL_FIRST, VPN_FIRST, Preference.AS_PATH_LENGTH).build();
            case AS_PATH ->
                sticky(byLength(stages).add(LOCAL_FIRST))
                        .add(LOCAL_EXPRESSROUTE, REMOTE_VPN)
                        .build();
        };
    }

    private ImmutableList.Builder<DecisionStage> byLength(ImmutableList.Builder<DecisionStage> stages) {
        return (remoteExpressRouteLast ? stages.add(REMOTE_EXPRESSROUTE_LAST) : stages).add(Preference.AS_PATH_LENGTH);
    }

    private ImmutableList.Builder<DecisionStage> sticky(ImmutableList.Builder<DecisionStage> stages) {
        return stays ? stages.add(STAY) : stages;
    }
}

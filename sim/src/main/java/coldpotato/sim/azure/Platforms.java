package coldpotato.sim.azure;

import coldpotato.bgp.rib.CommunityRank;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.DecisionStage;
import coldpotato.bgp.rib.Multipath;
import coldpotato.bgp.rib.Preference;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.net.EcmpHashing;
import com.google.common.collect.ImmutableList;

/** How the kinds of routers in the model choose and how fast they program what they chose. */
final class Platforms {
    private static final CommunityRank EXPRESSROUTE_FIRST =
            CommunityRank.carriers("ExpressRoute before VPN and appliances", Marks.EXPRESSROUTE);
    private static final CommunityRank BRANCHES_FIRST =
            CommunityRank.carriers("VPN and appliances before ExpressRoute", Marks.VPN, Marks.APPLIANCE);

    /** Paths that Microsoft's routers use side by side; how many is not documented, a router's usual limit. */
    private static final int PATHS_MAX = 16;

    /** Of sessions with gateways and Route Servers, which are as those with MSEEs. */
    static final SessionTimers TIMERS =
            SessionTimers.DEFAULT.withHold(Documented.HOLD_NANOS, Documented.KEEPALIVE_NANOS);

    private static final DecisionStage ROUTER_FIRST =
            CommunityRank.carriers("chosen by the hub's router", Marks.CHOSEN);

    /**
     * What its circuits bring before what other gateways tell; connection weight, then AS path length, then all that are left, of at
     * most four circuits (expressroute-faqs.md).
     */
    static final DecisionProcess GATEWAY =
            expressRouteGateway("expressroute-gateway", Preference.WEIGHT, Preference.AS_PATH_LENGTH);

    /** What an ExpressRoute gateway beside it tells weighs more than what its own tunnels bring; both decide where packets go. */
    static final DecisionProcess VPN_GATEWAY = process(
            "vpn-gateway",
            equalPaths(),
            Preference.LOCAL_ORIGIN,
            Preference.WEIGHT,
            Preference.AS_PATH_LENGTH,
            Preference.EBGP);

    /**
     * AS path length, then what came from outside before what came over Global Reach, then all that are left; MED and origin do
     * not count (not documented to do).
     */
    static final DecisionProcess MSEE = process(
            "msee",
            Multipath.of(PATHS_MAX, PATHS_MAX, true),
            Preference.LOCAL_ORIGIN,
            Preference.AS_PATH_LENGTH,
            Preference.EBGP);

    /** As an MSEE, but with a preference for ExpressRoute over the Internet, expressed as local preference. */
    static final DecisionProcess MICROSOFT = process(
            "microsoft",
            Multipath.of(PATHS_MAX, PATHS_MAX, true),
            Preference.LOCAL_PREF,
            Preference.LOCAL_ORIGIN,
            Preference.AS_PATH_LENGTH);

    /** A VPN gateway of a hub: what the hub's router chose before what its own tunnels brought, of which the router hears anyway. */
    static final DecisionProcess HUB_VPN_GATEWAY = process(
                    "hub-vpn-gateway",
                    equalPaths(),
                    Preference.LOCAL_ORIGIN,
                    ROUTER_FIRST,
                    Preference.EBGP,
                    Preference.AS_PATH_LENGTH)
            .withBestExternal();

    /** As a gateway of a VNet; what circuits brought beats what the hub's router says, whatever that looks like. */
    static DecisionProcess hubGateway(boolean weightFirst) {
        return weightFirst
                ? expressRouteGateway("hub-gateway", Preference.WEIGHT, Preference.AS_PATH_LENGTH)
                : expressRouteGateway("hub-gateway", Preference.AS_PATH_LENGTH, Preference.WEIGHT);
    }

    private static DecisionProcess expressRouteGateway(String name, Preference first, Preference second) {
        return process(
                name,
                new Multipath(PATHS_MAX, PATHS_MAX, true, Documented.ECMP_CIRCUITS_MAX),
                Preference.LOCAL_ORIGIN,
                Preference.EBGP,
                first,
                second);
    }

    /**
     * A Route Server, and the VPN gateway beside it with branch-to-branch: its preference for ExpressRoute, for VPN and appliances,
     * or for the shorter AS path (hub-routing-preference.md).
     */
    static DecisionProcess routeServer(RoutingPreference preference) {
        return switch (preference) {
            case EXPRESSROUTE -> routeServer(preference, EXPRESSROUTE_FIRST, Preference.AS_PATH_LENGTH);
            case VPN -> routeServer(preference, BRANCHES_FIRST, Preference.AS_PATH_LENGTH);
            case AS_PATH -> routeServer(preference, Preference.AS_PATH_LENGTH, EXPRESSROUTE_FIRST);
        };
    }

    private static DecisionProcess routeServer(
            RoutingPreference preference, DecisionStage first, DecisionStage second) {
        return process(
                "route-server-" + preference.text(),
                equalPaths(),
                ImmutableList.of(Preference.LOCAL_ORIGIN, first, second, Preference.EBGP));
    }

    /** A router of a provider, or of the Internet. */
    static final DecisionProcess PROVIDER = DecisionProcess.RFC4271;

    /** The VNet's gateway beside a Route Server: of several circuits only one is used (troubleshoot-route-server.md). */
    static final DecisionProcess GATEWAY_BESIDE_ROUTE_SERVER =
            GATEWAY.withMultipath(new Multipath(PATHS_MAX, PATHS_MAX, true, 1));

    /** An appliance, over all equal tunnels. */
    static final DecisionProcess APPLIANCE =
            DecisionProcess.RFC4271.withMultipath(Multipath.of(PATHS_MAX, PATHS_MAX, false));

    /** Hosts that follow the routing of their site, over all equal routers. */
    static final DecisionProcess HOSTS =
            DecisionProcess.RFC4271.withMultipath(Multipath.of(PATHS_MAX, PATHS_MAX, false));

    private Platforms() {}

    /** How everything that is Microsoft's picks one of several next hops for a flow. */
    static EcmpHashing hashing(Basis at) {
        return EcmpHashing.parse(at.choice(Assumptions.MICROSOFT_ECMP_HASHING));
    }

    /** A customer's edge router: weight first, as most have it. */
    static DecisionProcess edge(EdgeRouter router) {
        return DecisionProcess.WEIGHT_FIRST.withMultipath(Multipath.of(router.multipath(), router.multipath(), false));
    }

    /** All paths that nothing tells apart, whatever their AS path. */
    static Multipath equalPaths() {
        return Multipath.of(PATHS_MAX, PATHS_MAX, true);
    }

    private static DecisionProcess process(String name, Multipath multipath, DecisionStage... preferences) {
        return process(name, multipath, ImmutableList.copyOf(preferences));
    }

    static DecisionProcess process(
            String name, Multipath multipath, ImmutableList<? extends DecisionStage> preferences) {
        return new DecisionProcess(
                name, ImmutableList.copyOf(preferences), DecisionProcess.RFC4271.tieBreaks(), multipath);
    }
}

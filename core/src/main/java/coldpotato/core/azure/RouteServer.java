package coldpotato.core.azure;

import coldpotato.core.azure.VirtualHub.RoutingPreference;

/**
 * Azure Route Server of a VNet: two instances, AS 65515, that tell the VNet's subnets what appliances announce, and are never on
 * the way of packets (route-server-faq.md).
 *
 * @param branchToBranch true if it exchanges routes with the VNet's gateways (expressroute-vpn-support.md)
 * @param preference which of several routes for the same prefix the VNet uses; VPN and appliances rank by AS path between
 *     themselves, and with AS path ExpressRoute comes first among paths of one length (hub-routing-preference.md)
 * @param state whether it runs
 */
public record RouteServer(boolean branchToBranch, RoutingPreference preference, State state) {

    /** Whether it is there. While it comes or goes the VNet has no routes to on-premises (troubleshoot-route-server.md). */
    public enum State {
        DEPLOYING,
        RUNNING,
        DELETING
    }

    /** One that runs. */
    public RouteServer(boolean branchToBranch, RoutingPreference preference) {
        this(branchToBranch, preference, State.RUNNING);
    }

    /** As Azure makes it unless told otherwise: it keeps gateways apart and prefers ExpressRoute. */
    public static RouteServer usual() {
        return new RouteServer(false, RoutingPreference.EXPRESSROUTE);
    }

    public RouteServer withBranchToBranch(boolean value) {
        return new RouteServer(value, preference, state);
    }

    public RouteServer withPreference(RoutingPreference value) {
        return new RouteServer(branchToBranch, value, state);
    }

    public RouteServer withState(State value) {
        return new RouteServer(branchToBranch, preference, value);
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** True while the VNet's gateways hear of each other's routes by it. */
    public boolean joinsBranches() {
        return isRunning() && branchToBranch;
    }
}

package coldpotato.scenarios.file;

import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.VirtualHub.RoutingPreference;

/** The part {@code route-server} of a virtual network. */
final class RouteServerReader {
    private static final Key<Boolean> BRANCH_TO_BRANCH = Key.usual(
            "branch-to-branch",
            Words.SWITCH,
            "off",
            "whether it exchanges routes with the VNet's ExpressRoute and VPN gateways",
            "on");
    private static final Key<RoutingPreference> PREFERENCE = Key.usual(
            "preference",
            HubReader.PREFERENCE,
            "expressroute",
            "which counts first for the same prefix: ExpressRoute, VPN and appliances, or the shortest AS path",
            "as-path");
    static final Shape ROUTE_SERVER = Shape.of("a Route Server", BRANCH_TO_BRANCH, PREFERENCE);

    private RouteServerReader() {}

    static RouteServer routeServer(Fields fields) {
        return new RouteServer(fields.get(BRANCH_TO_BRANCH), fields.get(PREFERENCE));
    }
}

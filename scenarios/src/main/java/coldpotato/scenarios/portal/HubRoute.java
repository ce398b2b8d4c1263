package coldpotato.scenarios.portal;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Prefix;
import coldpotato.sim.azure.Names;
import coldpotato.sim.azure.Role;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.node.RouteAction;
import coldpotato.sim.node.SelectedRoute;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route that the router of a virtual hub goes by, as {@code az network vhub get-effective-routes} has it. The hub's own address
 * space is none of them.
 *
 * @param prefix where to
 * @param type what the next hop is
 * @param nextHops the gateway, hub or virtual network that has it
 * @param asPath the AS numbers with dashes between them, empty for virtual networks
 */
public record HubRoute(Prefix prefix, NextHopType type, ImmutableSet<String> nextHops, String asPath) {

    /** What a next hop is, as Azure calls it. */
    public enum NextHopType {
        EXPRESSROUTE_GATEWAY("ExpressRouteGateway"),
        VPN_GATEWAY("VPN_S2S_Gateway"),
        REMOTE_HUB("Remote Hub"),
        VNET_CONNECTION("Virtual Network Connection");

        private final String text;

        NextHopType(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** All that a hub's router uses, by prefix. */
    public static ImmutableList<HubRoute> of(SimulatedNetwork network, String router) {
        return network.speaker(router).stream()
                .flatMap(HubRoute::best)
                .flatMap(path -> of(network, router, path).stream())
                .sorted(Comparator.comparing(HubRoute::prefix))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Path> best(BgpSpeaker speaker) {
        ImmutableList.Builder<Path> best = ImmutableList.builder();
        for (AfiSafi family : AfiSafi.values()) {
            speaker.rib(family).forEachBest(best::add);
        }
        return best.build().stream();
    }

    private static Optional<HubRoute> of(SimulatedNetwork network, String router, Path path) {
        ImmutableList<String> nodes = network.router(router).table().selected(path.prefix()).stream()
                .filter(route -> route.action() == RouteAction.FORWARD)
                .flatMap(route -> neighbours(network, router, route))
                .collect(ImmutableList.toImmutableList());
        return nodes.stream()
                .findFirst()
                .map(first -> new HubRoute(
                        path.prefix(),
                        type(network, first),
                        nodes.stream().map(node -> owner(network, node)).collect(ImmutableSet.toImmutableSet()),
                        path.attributes().asPath().toString().replace(' ', '-')));
    }

    private static Stream<String> neighbours(SimulatedNetwork network, String router, SelectedRoute route) {
        return route.nextHops().stream()
                .flatMap((NextHop hop) -> hop.link().stream())
                .map(link -> network.network().links().link(link).otherEnd(router));
    }

    private static NextHopType type(SimulatedNetwork network, String node) {
        return switch (Role.of(network.plan().nodes().get(node))) {
            case GATEWAY -> NextHopType.EXPRESSROUTE_GATEWAY;
            case VPN_GATEWAY -> NextHopType.VPN_GATEWAY;
            case HUB_ROUTER -> NextHopType.REMOTE_HUB;
            default -> NextHopType.VNET_CONNECTION;
        };
    }

    /** A gateway without the number of the instance; otherwise the hub or virtual network in whose name the node begins. */
    private static String owner(SimulatedNetwork network, String node) {
        return switch (type(network, node)) {
            case EXPRESSROUTE_GATEWAY, VPN_GATEWAY -> Names.withoutInstance(node);
            case REMOTE_HUB, VNET_CONNECTION -> Names.owner(node);
        };
    }
}

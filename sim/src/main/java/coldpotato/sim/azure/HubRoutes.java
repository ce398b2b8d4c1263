package coldpotato.sim.azure;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.core.azure.AddressSpace;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HubRoute;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.azure.VnetMap.Place;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the router of a hub knows without BGP: its hub's own addresses, the VNets connected to it, and the static routes of its
 * route table, which come before what BGP says (about-virtual-hub-routing-preference.md).
 */
final class HubRoutes {
    private final Compilation compilation;

    HubRoutes(Compilation compilation) {
        this.compilation = compilation;
    }

    ImmutableList<StaticRoute> statics(VirtualHub hub) {
        String router = Names.hubRouter(hub.name());
        Stream<StaticRoute> vnets = vnets(hub).stream()
                .flatMap(compilation.fabric().map()::places)
                .filter(place -> place.prefix().family() == Family.IPV4)
                .map(place -> route(router, place.prefix(), place.node()));
        Stream<StaticRoute> user = hub.routes().stream()
                .filter(route -> compilation.network().hubConnections().containsKey(route.connection()))
                .map(route -> route(router, route.prefix(), node(route)));
        return Stream.concat(vnets, user).collect(ImmutableList.toImmutableList());
    }

    /** Static routes are last, and take the place of a VNet's own. */
    ImmutableList<Origination> originations(VirtualHub hub, Basis at) {
        Map<Prefix, Origination> all = new LinkedHashMap<>();
        all.put(hub.prefix(), plain(hub.prefix()));
        spacesOfVnets(hub).forEach(space -> all.put(space.prefix(), GatewayPrefixes.origination(space, at)));
        staticPrefixes(hub).forEach(prefix -> all.put(prefix, plain(prefix)));
        return ImmutableList.copyOf(all.values());
    }

    /** The hub's own addresses and those of its VNets. */
    ImmutableSet<Prefix> spaces(VirtualHub hub) {
        return Stream.concat(Stream.of(hub.prefix()), spacesOfVnets(hub).map(AddressSpace::prefix))
                .collect(ImmutableSet.toImmutableSet());
    }

    private Stream<AddressSpace> spacesOfVnets(VirtualHub hub) {
        return vnets(hub).stream()
                .flatMap(vnet -> vnet.prefixes().stream().map(prefix -> new AddressSpace(prefix, vnet)))
                .filter(space -> space.prefix().family() == Family.IPV4);
    }

    ImmutableSet<Prefix> staticPrefixes(VirtualHub hub) {
        return hub.routes().stream()
                .filter(route -> compilation.network().hubConnections().containsKey(route.connection()))
                .map(HubRoute::prefix)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The VNets connected to a hub, in the order of the connections. */
    private ImmutableList<VirtualNetwork> vnets(VirtualHub hub) {
        return compilation.network().hubConnections().values().stream()
                .filter(connection -> connection.hub().equals(hub.name()))
                .map(this::vnet)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private VirtualNetwork vnet(HubConnection connection) {
        return compilation.network().virtualNetworks().get(connection.virtualNetwork());
    }

    /** Who has the next hop of a static route. */
    private String node(HubRoute route) {
        VirtualNetwork vnet = vnet(compilation.network().hubConnections().get(route.connection()));
        VnetMap map = compilation.fabric().map();
        return route.nextHop()
                .flatMap(address -> map.find(vnet, address))
                .map(Place::node)
                .orElse(Names.hosts(vnet.name()));
    }

    private StaticRoute route(String router, Prefix prefix, String node) {
        IpAddress nextHop = compilation.fabric().join(router, node).b(prefix.family());
        return new StaticRoute(prefix, ImmutableList.of(nextHop), false, 1);
    }

    private static Origination plain(Prefix prefix) {
        return new Origination(prefix, Origin.IGP, AsPath.EMPTY, ImmutableSet.of());
    }
}

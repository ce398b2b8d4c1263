package coldpotato.sim.azure;

import coldpotato.core.azure.Documented;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.UserDefinedRoute.NextHopType;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.azure.VnetMap.Place;
import coldpotato.sim.node.RouteSource;
import coldpotato.sim.node.StaticRoute;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The routes of a machine in a VNet that no gateway brings (virtual-networks-udr-overview.md): those of the system, and those
 * of the user, which come before BGP's and the system's for the same prefix.
 *
 * <p>To Azure an address space is one route; here it is a route to every place in it. So a place is left to the user's route if
 * that is at least as long as the address space. Not modelled: user-defined
 * routes for what stays within one subnet, service tags as prefixes, and load balancers in front of appliances.
 */
final class SubnetRoutes {
    private final VnetMap map;
    private final VnetFabric fabric;

    SubnetRoutes(VnetMap map, VnetFabric fabric) {
        this.map = map;
        this.fabric = fabric;
    }

    ImmutableList<StaticRoute> of(VirtualNetwork vnet, String node) {
        ImmutableCollection<UserDefinedRoute> user = map.routeTableOf(vnet, node)
                .map(SubnetRouteTable::routes)
                .map(routes -> routes.values())
                .orElse(ImmutableList.of());
        ImmutableSet<Prefix> own = own(vnet, node);
        ImmutableList.Builder<StaticRoute> all = ImmutableList.builder();
        map.reachable(vnet).stream()
                .filter(place -> !place.node().equals(node) && !own.contains(place.prefix()))
                .forEach(place -> {
                    // Joined though the user may say otherwise: forwarding follows the user only after a while.
                    StaticRoute system = inside(node, place.prefix(), place.node(), systemSource(vnet, node));
                    if (!isOverridden(place, user)) {
                        all.add(system);
                    }
                });
        user.stream()
                .filter(route -> own.stream().noneMatch(prefix -> prefix.contains(route.prefix())))
                .flatMap(route -> user(vnet, node, route))
                .forEach(all::add);
        if (!VnetMap.isGateway(vnet, node)) {
            Documented.DROPPED_BY_DEFAULT.stream().map(SubnetRoutes::dropped).forEach(all::add);
            outside(vnet, node).forEach(all::add);
        }
        return all.build();
    }

    ImmutableSet<Prefix> pinned(VirtualNetwork vnet, String node) {
        return ImmutableSet.<Prefix>builder()
                .addAll(map.spaces(vnet))
                .addAll(map.serviceEndpoints(vnet, node))
                .build();
    }

    /** To every machine that has a way to Microsoft's public network; of overlapping VNets the first has the addresses. */
    ImmutableList<StaticRoute> ofMicrosoft(ImmutableCollection<VirtualNetwork> vnets) {
        Map<Prefix, StaticRoute> routes = new LinkedHashMap<>();
        vnets.stream()
                .flatMap(map::places)
                .forEach(place -> routes.computeIfAbsent(
                        place.prefix(), prefix -> inside(Names.MICROSOFT, prefix, place.node(), RouteSource.STATIC)));
        return ImmutableList.copyOf(routes.values());
    }

    /** What is delivered at the node itself. */
    private ImmutableSet<Prefix> own(VirtualNetwork vnet, String node) {
        return map.places(vnet)
                .filter(place -> place.node().equals(node) && !node.equals(Names.hosts(vnet.name())))
                .map(Place::prefix)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** A gateway believes the system more than what it hears, a subnet less. */
    private static RouteSource systemSource(VirtualNetwork vnet, String node) {
        return VnetMap.isGateway(vnet, node) ? RouteSource.STATIC : RouteSource.SYSTEM;
    }

    private static boolean isOverridden(Place place, ImmutableCollection<UserDefinedRoute> user) {
        return user.stream()
                .filter(route -> route.prefix().contains(place.prefix()))
                .max(Comparator.comparingInt(route -> route.prefix().length()))
                .filter(route -> route.type() != NextHopType.VNET_LOCAL)
                .filter(route -> route.prefix().length() >= place.space().length())
                .isPresent();
    }

    private Stream<StaticRoute> user(VirtualNetwork vnet, String node, UserDefinedRoute route) {
        return switch (route.type()) {
            case NONE -> Stream.of(nowhere(route.prefix()));
            case VIRTUAL_APPLIANCE ->
                Stream.of(via(vnet, node, route.prefix(), route.appliance().orElseThrow()));
            case VNET_LOCAL -> local(vnet, node, route.prefix());
            case VIRTUAL_NETWORK_GATEWAY -> Stream.of(gateway(vnet, node, route.prefix()));
            case INTERNET ->
                Stream.of(
                        map.hasEgress()
                                ? outside(node, route.prefix(), RouteSource.USER_DEFINED)
                                : nowhere(route.prefix()));
        };
    }

    /** An address that nobody has, or that cannot be reached without a gateway, leads nowhere. */
    private StaticRoute via(VirtualNetwork vnet, String node, Prefix prefix, IpAddress appliance) {
        Optional<Place> place =
                map.find(vnet, appliance).filter(found -> !found.node().equals(node));
        return place.map(found -> inside(node, prefix, found.node(), RouteSource.USER_DEFINED))
                .orElseGet(() -> nowhere(prefix));
    }

    private Stream<StaticRoute> local(VirtualNetwork vnet, String node, Prefix prefix) {
        return map.places(vnet)
                .filter(place ->
                        place.prefix().overlaps(prefix) && !place.node().equals(node))
                .map(place -> inside(node, longer(place.prefix(), prefix), place.node(), RouteSource.USER_DEFINED));
    }

    /** The instances of the VPN gateway that serves the VNet; an ExpressRoute gateway cannot be named. */
    private StaticRoute gateway(VirtualNetwork vnet, String node, Prefix prefix) {
        ImmutableList<IpAddress> instances = map.peers().ownersOfGateways(vnet).stream()
                .filter(owner ->
                        owner.vpnGateway().isPresent() && owner.gateway().isEmpty())
                .flatMap(owner -> owner.vpnGateway().orElseThrow().instances().stream()
                        .map(instance -> Names.vpnGateway(owner.name(), instance)))
                .filter(instance -> !instance.equals(node))
                .map(instance -> fabric.join(node, instance).b(prefix.family()))
                .collect(ImmutableList.toImmutableList());
        return new StaticRoute(prefix, instances, false, RouteSource.USER_DEFINED.distance(), RouteSource.USER_DEFINED);
    }

    /** The default routes, and those of service endpoints, which hold out against another default route. */
    private Stream<StaticRoute> outside(VirtualNetwork vnet, String node) {
        if (!map.hasEgress()) {
            return Stream.of();
        }
        Stream<Prefix> defaults = Stream.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6)
                .filter(prefix -> prefix.family() == Family.IPV4 || Announcements.hasIpv6(vnet.prefixes()));
        return Stream.concat(defaults, map.serviceEndpoints(vnet, node).stream())
                .map(prefix -> outside(node, prefix, RouteSource.SYSTEM));
    }

    /** What leaves for public addresses passes Microsoft's network first. */
    private StaticRoute outside(String node, Prefix prefix, RouteSource source) {
        return inside(node, prefix, Names.MICROSOFT, source);
    }

    private static Prefix longer(Prefix one, Prefix other) {
        return one.length() >= other.length() ? one : other;
    }

    private StaticRoute inside(String node, Prefix prefix, String to, RouteSource source) {
        IpAddress nextHop = fabric.join(node, to).b(prefix.family());
        return new StaticRoute(prefix, ImmutableList.of(nextHop), false, source.distance(), source);
    }

    private static StaticRoute nowhere(Prefix prefix) {
        return new StaticRoute(
                prefix, ImmutableList.of(), false, RouteSource.USER_DEFINED.distance(), RouteSource.USER_DEFINED);
    }

    private static StaticRoute dropped(Prefix prefix) {
        return new StaticRoute(prefix, ImmutableList.of(), false, RouteSource.SYSTEM.distance(), RouteSource.SYSTEM);
    }
}

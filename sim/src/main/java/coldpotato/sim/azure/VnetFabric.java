package coldpotato.sim.azure;

import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FeedTerms;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.FeedPlan;
import coldpotato.sim.plan.NodePlanBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Azure's fabric delivers directly to the next hop: nodes of a VNet and of its peers are joined pairwise, when somebody asks
 * for it. Here is also what every machine of a VNet gets of its routes.
 */
final class VnetFabric {
    private final Compilation compilation;
    private final VnetMap map;
    private final SubnetRoutes routes;
    private final GatewayPrefixes announced;
    private final Map<String, NumberedLink> joined = new LinkedHashMap<>();

    VnetFabric(Compilation compilation) {
        this.compilation = compilation;
        this.map = new VnetMap(compilation.network());
        this.announced = new GatewayPrefixes(map.peers());
        this.routes = new SubnetRoutes(map, this);
    }

    VnetMap map() {
        return map;
    }

    /** What the gateways of each VNet announce. */
    GatewayPrefixes announced() {
        return announced;
    }

    /** Joins two nodes directly; the same link when asked again, from either side. */
    NumberedLink join(String nodeA, String nodeB) {
        boolean turned = turned(nodeA, nodeB);
        String first = turned ? nodeB : nodeA;
        String second = turned ? nodeA : nodeB;
        NumberedLink link = joined.computeIfAbsent(Names.fabricLink(first, second), name -> link(name, first, second));
        return turned ? link.turned() : link;
    }

    /** The order of names, so that it does not matter who asks; but a gateway comes before the hosts of its VNet. */
    private static boolean turned(String nodeA, String nodeB) {
        return Names.isGatewayToHosts(nodeA, nodeB)
                ? false
                : Names.isGatewayToHosts(nodeB, nodeA) || nodeA.compareTo(nodeB) > 0;
    }

    private NumberedLink link(String name, String nodeA, String nodeB) {
        NumberedLink link = compilation.addresses().link(name);
        Basis at = compilation.at(owner(nodeA));
        compilation.add(link.between(nodeA, nodeB, at)
                .delayNanos(at.nanos(Assumptions.FABRIC_DELAY))
                .carrierSeen(seesLight(nodeA) && seesLight(nodeB))
                .build());
        return link;
    }

    /** Nobody in the fabric notices that a machine of the customer's is gone. */
    private boolean seesLight(String node) {
        return !compilation.network().appliances().containsKey(node);
    }

    /** The part of the model that a node is of. */
    private String owner(String node) {
        if (compilation.network().appliances().containsKey(node)) {
            return ModelPath.appliance(node);
        }
        String name = Names.owner(node);
        if (compilation.network().hubs().containsKey(name)) {
            return ModelPath.hub(name);
        }
        boolean gateway = node.startsWith(Names.gateway(name));
        return gateway ? ModelPath.gateway(name) : ModelPath.virtualNetwork(name);
    }

    /**
     * What a machine of the VNet needs to reach every address of the VNet and of its peers, and what the route table of its
     * subnet says: routes over direct links, which are made here. The instances of gateways stand in the gateway subnet.
     */
    ImmutableList<StaticRoute> routesInside(VirtualNetwork vnet, String node) {
        return routes.of(vnet, node);
    }

    /** Prefixes at and inside which a machine of the VNet ignores what BGP says. */
    ImmutableSet<Prefix> pinned(VirtualNetwork vnet, String node) {
        return routes.pinned(vnet, node);
    }

    /** Begins a machine of a VNet. */
    NodePlanBuilder machine(VirtualNetwork vnet, String name, Role role, Basis at) {
        return place(vnet, name, compilation.node(name, role, at));
    }

    /** Places a node in a VNet: with the routes and the blind spots of a machine there. */
    NodePlanBuilder place(VirtualNetwork vnet, String name, NodePlanBuilder node) {
        return node.pinned(pinned(vnet, name)).statics(routesInside(vnet, name));
    }

    /** Where Microsoft's public network finds the machines of VNets. */
    ImmutableList<StaticRoute> routesOfMicrosoft() {
        return routes.ofMicrosoft(compilation.network().virtualNetworks().values());
    }

    /**
     * Feeds the best routes of a node into every subnet of the VNet, and of the peers that use its gateways, that takes the
     * routes of gateways. While a Route Server comes or goes, nothing is fed.
     */
    void feedSubnets(VirtualNetwork vnet, String from, FeedPreference preference, Basis at) {
        feedSubnets(vnet, from, preference, machine -> true, at);
    }

    /** The same for some of the machines only. */
    void feedSubnets(
            VirtualNetwork vnet, String from, FeedPreference preference, Predicate<String> machines, Basis at) {
        if (vnet.routeServer().filter(server -> !server.isRunning()).isEmpty()) {
            feed(vnet, vnet, from, preference.in(vnet), machines, at);
            map.peers()
                    .usersOfGateways(vnet)
                    .forEach(spoke -> feed(vnet, spoke, from, preference.in(vnet), machines, at));
        }
    }

    private void feed(
            VirtualNetwork owner,
            VirtualNetwork vnet,
            String from,
            FeedPreference preference,
            Predicate<String> machines,
            Basis at) {
        for (String machine : map.machines(vnet)) {
            Optional<SubnetRouteTable> table = map.routeTableOf(vnet, machine);
            if (!machine.equals(from)
                    && machines.test(machine)
                    && table.map(SubnetRouteTable::propagation).orElse(true)) {
                String name = Names.hosts(owner.name()).equals(machine) && from.startsWith(owner.name() + ".")
                        ? Names.feed(from)
                        : Names.feed(from) + "." + machine;
                feed(name, from, machine, families(vnet), preference, at);
            }
        }
    }

    private void feed(
            String name, String from, String to, ImmutableSet<Family> families, FeedPreference preference, Basis at) {
        if (preference.thirdParty()) {
            compilation.add(new FeedPlan(name, from, to, terms(Optional.empty(), preference, at), at.provenance()));
            return;
        }
        NumberedLink link = join(from, to);
        for (Family family : families) {
            compilation.add(new FeedPlan(
                    name + "." + Names.family(family),
                    from,
                    to,
                    terms(Optional.of(link.a(family)), preference, at),
                    at.provenance()));
        }
    }

    private FeedTerms terms(Optional<IpAddress> nextHop, FeedPreference preference, Basis at) {
        return new FeedTerms(
                nextHop,
                preference.metric(),
                preference.metricPerAs(),
                preference.scope(),
                preference.defaultRoute(),
                preference.own(),
                at.nanos(Assumptions.VNET_PROGRAMMING_DELAY));
    }

    private static ImmutableSet<Family> families(VirtualNetwork vnet) {
        return Announcements.hasIpv6(vnet.prefixes())
                ? ImmutableSet.of(Family.IPV4, Family.IPV6)
                : ImmutableSet.of(Family.IPV4);
    }
}

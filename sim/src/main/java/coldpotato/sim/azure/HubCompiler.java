package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.HubAssumptions;
import coldpotato.sim.node.FibDelays;
import coldpotato.sim.plan.NodePlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/**
 * Virtual WAN: the router of each hub, which reflects routes between its gateways and is on the way of all traffic, the
 * ExpressRoute gateway's two instances, the full mesh of hubs, and the VNets that a hub feeds.
 *
 * <p>Not modelled: more than one instance of a hub's router, route tables beside the default one, route maps, labels, and packets
 * that go past the router from a VNet to a gateway, and the router's choice for prefixes of a VPN connection without BGP, which the
 * VPN gateway sends into the tunnel, and at the ExpressRoute gateway for what circuits brought. IPv4 only, as Virtual WAN is.
 */
final class HubCompiler {
    private static final int ASN = Documented.GATEWAY_ASN.toInt();
    private static final ImmutableSet<AfiSafi> FAMILIES = ImmutableSet.of(AfiSafi.IPV4_UNICAST);

    private final Compilation compilation;
    private final VpnCompiler vpn;
    private final HubPolicies policies;
    private final HubRoutes routes;
    private final FastPath fastPath;

    HubCompiler(Compilation compilation, VpnCompiler vpn) {
        this.compilation = compilation;
        this.vpn = vpn;
        this.routes = new HubRoutes(compilation);
        this.fastPath = new FastPath(compilation);
        this.policies = new HubPolicies(routes, new RemoteNetworks(compilation));
    }

    void compile(VirtualHub hub) {
        compilation.add(router(hub));
        if (hub.gateway().isPresent()) {
            for (int instance : GatewayCompiler.INSTANCES) {
                gateway(hub, Names.gateway(hub.name(), instance));
            }
        }
        vpn.compile(hub)
                .forEach(instance ->
                        reflect(hub, instance, (peer, family) -> peer.importPolicy(HubPolicies.fromVpnGateway())
                                .exportPolicy(HubPolicies.toVpnGateway(hub))
                                .group(Names.vpnGateway(hub.name()))));
        for (VirtualHub other : compilation.network().hubs().values()) {
            if (other.name().compareTo(hub.name()) < 0 && isTransit(hub) && isTransit(other)) {
                join(other, hub);
            }
        }
    }

    private static boolean isTransit(VirtualHub hub) {
        return hub.sku() == VirtualHub.Sku.STANDARD;
    }

    void compile(HubConnection connection) {
        VirtualHub hub = compilation.network().hubs().get(connection.hub());
        VirtualNetwork vnet = compilation.network().virtualNetworks().get(connection.virtualNetwork());
        compilation
                .fabric()
                .feedSubnets(
                        vnet,
                        Names.hubRouter(connection.hub()),
                        FeedPreference.hub(isTransit(hub), connection.propagateDefaultRoute()),
                        compilation.at(ModelPath.hubConnection(connection.name())));
    }

    private NodePlan router(VirtualHub hub) {
        String name = Names.hubRouter(hub.name());
        Basis at = compilation.at(ModelPath.hub(hub.name()));
        long delay = at.nanos(HubAssumptions.PROGRAMMING_DELAY);
        return compilation
                .forwarder(name, Role.HUB_ROUTER, ASN, at, FibDelays.of(delay).inside(delay))
                .attached(ImmutableSet.of(hub.prefix()))
                .statics(routes.statics(hub))
                .originations(routes.originations(hub, at))
                .decision(preference(hub, at).process())
                .build();
    }

    /** Sticks to VPN only where there is both, and takes ExpressRoute of other hubs last only where it compares AS paths. */
    private HubPreference preference(VirtualHub hub, Basis at) {
        return switch (hub.routingPreference()) {
            case VPN -> new HubPreference(hub.routingPreference(), false, false);
            case EXPRESSROUTE ->
                new HubPreference(
                        hub.routingPreference(),
                        hub.vpnGateway().isPresent()
                                && hub.gateway().isPresent()
                                && at.isOn(HubAssumptions.STAYS_AFTER_OUTAGE),
                        false);
            case AS_PATH ->
                new HubPreference(
                        hub.routingPreference(),
                        at.isOn(HubAssumptions.STAYS_AFTER_OUTAGE),
                        compilation.network().hubs().size() > 2 && at.isOn(HubAssumptions.REMOTE_EXPRESSROUTE_LAST));
        };
    }

    private void gateway(VirtualHub hub, String name) {
        Basis at = compilation.at(ModelPath.hubGateway(hub.name()));
        compilation.add(GatewayCompiler.instance(compilation, name, at, HubAssumptions.PROGRAMMING_DELAY)
                .decision(Platforms.hubGateway(at.isOn(HubAssumptions.WEIGHT_FIRST)))
                .build());
        compilation.addToGroup(Names.gateway(hub.name()), name);
        reflect(hub, name, (peer, family) -> peer.importPolicy(HubPolicies.fromGateway())
                .exportPolicy(policies.toExpressRouteGateway(hub))
                .group(Names.gateway(hub.name())));
    }

    /** The router of a hub is the route reflector of its gateways, which pass on what they hear from outside. */
    private void reflect(VirtualHub hub, String gateway, Side.Settings settings) {
        String router = Names.hubRouter(hub.name());
        NumberedLink link = compilation.fabric().join(router, gateway);
        compilation.add(Sessions.on(
                link.name(),
                link.a(router, ASN, (peer, family) -> settings.apply(peer.routeReflectorClient(true), family)),
                link.b(gateway, ASN, (peer, family) -> peer.nextHopSelf(true)
                        .weight(0)
                        .group(hub.name())),
                FAMILIES,
                compilation.at(ModelPath.hub(hub.name()))));
    }

    private void join(VirtualHub one, VirtualHub other) {
        String a = Names.hubRouter(one.name());
        String b = Names.hubRouter(other.name());
        NumberedLink link = compilation.addresses().link(Names.fabricLink(a, b));
        Basis at = compilation.at(ModelPath.hub(other.name()));
        Sessions sessions = Sessions.on(
                link.name(), link.a(a, ASN, towards(one, other)), link.b(b, ASN, towards(other, one)), FAMILIES, at);
        compilation.add(
                sessions.link().delayNanos(at.nanos(HubAssumptions.HUB_DELAY)).build());
        compilation.add(sessions);
    }

    private Side.Settings towards(VirtualHub own, VirtualHub other) {
        return (peer, family) -> peer.importPolicy(HubPolicies.fromHub())
                .exportPolicy(policies.toHub(own))
                .group(other.name());
    }

    /** A connection leads nowhere as long as its circuit has no private peering. */
    void compile(Connection connection, GatewayCompiler gateways) {
        VirtualHub hub = compilation.network().hubs().get(connection.gateway());
        Circuit circuit = compilation.network().circuits().get(connection.circuit());
        if (hub.gateway().isPresent() && circuit.privatePeering().isPresent()) {
            boolean fast = hub.hasFastPath(circuit);
            if (fast) {
                Arrays.stream(Leg.values()).forEach(leg -> fastPath.join(connection, leg, Names.hubRouter(hub.name())));
            }
            gateways.connect(connection, FAMILIES, (peer, leg, family, at) -> peer.importPolicy(
                            HubPolicies.fromCircuit())
                    .exportPolicy(Rules.before(
                            policies.toCircuit(hub, at),
                            fast
                                    ? ImmutableList.of(fastPath.rule(connection, routes.spaces(hub), leg, family))
                                    : ImmutableList.of())));
        }
    }
}

package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.HubAssumptions;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FibDelays;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.NodePlanBuilder;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/**
 * VPN gateways: the active instances, their iBGP with each other and with the ExpressRoute gateway beside them, and what they
 * program into the subnets of their VNet. An instance uses what it learns through its own tunnels where the ExpressRoute gateway
 * beside it does not know the same prefix; subnets choose alike.
 */
final class VpnCompiler {
    private static final int BESIDE_ASN = Documented.GATEWAY_ASN.toInt();

    private final Compilation compilation;
    private final VpnOwners owners;
    private final VpnUnderlay underlay;
    private final VpnTunnels tunnels;
    private final VpnClients clients;

    VpnCompiler(Compilation compilation) {
        this.compilation = compilation;
        this.owners = new VpnOwners(compilation);
        this.underlay = new VpnUnderlay(compilation);
        this.tunnels = new VpnTunnels(compilation);
        this.clients = new VpnClients(compilation);
    }

    void compile(VirtualNetwork vnet) {
        owners.find(vnet.name()).ifPresent(owner -> {
            instances(owner).forEach(instance -> instance(vnet, owner, instance));
            besideEachOther(owner);
            vnet.gateway().ifPresent(gateway -> besideExpressRoute(owner));
            clients.compile(owner);
        });
    }

    /** All connections, of whatever owners. */
    void compileConnections() {
        compilation.network().vpnConnections().values().forEach(tunnels::compile);
        underlay.carriedOwners().forEach(owner -> instances(owner).forEach(instance -> publicLink(owner, instance)));
    }

    private static Stream<Integer> instances(VpnOwner owner) {
        return owner.gateway().instances().stream();
    }

    private void instance(VirtualNetwork vnet, VpnOwner owner, int instance) {
        String name = owner.instance(instance);
        Basis at = compilation.at(owner.modelPath());
        NodePlanBuilder node = compilation
                .fabric()
                .place(vnet, name, node(owner, instance, at, delays(at, VpnAssumptions.PROGRAMMING_DELAY)));
        compilation.add(node.decision(decision(vnet, owner))
                .addStatics(routes(owner, instance))
                .originations(Stream.concat(
                                compilation.fabric().announced().originations(vnet, at).stream(),
                                own(owner).stream().map(Origination::of))
                        .collect(ImmutableList.toImmutableList()))
                .build());
        compilation.addToGroup(Names.vpnGateway(owner.name()), name);
        compilation
                .fabric()
                .feedSubnets(vnet, name, FeedPreference.VPN.with(own(owner)), compilation.at(owner.modelPath()));
    }

    /** Beside a Route Server it prefers what that does, so that branches go the way that the subnets go. */
    private static DecisionProcess decision(VirtualNetwork vnet, VpnOwner owner) {
        return vnet.routeServer()
                .filter(server -> owner.transit() || server.preference() != RoutingPreference.EXPRESSROUTE)
                .map(server -> Platforms.routeServer(server.preference()))
                .orElse(Platforms.VPN_GATEWAY);
    }

    /** Routes of an instance besides those that it has inside its VNet or hub: into tunnels, and under them. */
    ImmutableList<StaticRoute> routes(VpnOwner owner, int instance) {
        return Stream.of(
                        tunnels.routesOfGateway(owner, instance),
                        underlay.routesOfGateway(owner, instance),
                        clients.routes(owner, instance))
                .flatMap(ImmutableList::stream)
                .collect(ImmutableList.toImmutableList());
    }

    /** Prefixes beyond its tunnels that an instance announces without having learned them. */
    ImmutableSet<Prefix> own(VpnOwner owner) {
        return Stream.concat(tunnels.localNetworks(owner).stream(), clients.pool(owner).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The gateway of a hub: its instances, which know only what they hear, and the computers that connect. */
    ImmutableList<String> compile(VirtualHub hub) {
        return owners.find(hub.name())
                .map(owner -> {
                    instances(owner).forEach(instance -> instanceOfHub(owner, instance));
                    clients.compile(owner);
                    return instances(owner).map(owner::instance).collect(ImmutableList.toImmutableList());
                })
                .orElse(ImmutableList.of());
    }

    private void instanceOfHub(VpnOwner owner, int instance) {
        Basis at = compilation.at(owner.modelPath());
        FibDelays delays = delays(at, HubAssumptions.PROGRAMMING_DELAY).ready();
        compilation.add(node(owner, instance, at, delays)
                .decision(Platforms.HUB_VPN_GATEWAY)
                .statics(routes(owner, instance))
                .originations(own(owner).stream().map(Origination::of).collect(ImmutableList.toImmutableList()))
                .build());
        compilation.addToGroup(Names.vpnGateway(owner.name()), owner.instance(instance));
    }

    /** Begins an instance, in a VNet or in a hub. */
    private NodePlanBuilder node(VpnOwner owner, int instance, Basis at, FibDelays delays) {
        String name = owner.instance(instance);
        return compilation
                .forwarder(name, Role.VPN_GATEWAY, owner.gateway().asn().toInt(), at, delays)
                .loopbacks(
                        Stream.concat(compilation.addresses().loopbacks(name).stream(), inPublic(owner, instance, at))
                                .collect(ImmutableList.toImmutableList()));
    }

    /** What other gateways of a VNet tell takes as long for all of them, and what the router of a hub tells as long as for itself. */
    private static FibDelays delays(Basis at, Assumption inside) {
        return FibDelays.of(at.nanos(VpnAssumptions.PROGRAMMING_DELAY)).inside(at.nanos(inside));
    }

    /** What the user says, or what a tunnel that is carried has to lead to. */
    private Stream<IpAddress> inPublic(VpnOwner owner, int instance, Basis at) {
        if (owner.gateway().publicAddresses().size() >= instance) {
            return Stream.of(owners.publicAddress(owner, instance, at));
        }
        boolean carried =
                underlay.carriedOwners().stream().anyMatch(other -> other.name().equals(owner.name()));
        return carried ? Stream.of(owners.publicAddress(owner, instance, at)) : Stream.empty();
    }

    private void publicLink(VpnOwner owner, int instance) {
        String name = Names.publicLink(owner.instance(instance));
        Basis at = compilation.at(owner.modelPath());
        compilation.add(compilation
                .addresses()
                .link(name)
                .between(Names.MICROSOFT, owner.instance(instance), at)
                .delayNanos(at.nanos(Assumptions.FABRIC_DELAY))
                .build());
    }

    private void besideEachOther(VpnOwner owner) {
        if (owner.gateway().activeActive()) {
            int asn = owner.gateway().asn().toInt();
            Policy learned = VpnPolicies.besideGateway(owner.announced());
            ibgp(
                    owner,
                    new Neighbour(owner.instance(1), asn, Documented.VPN_WEIGHT, Policy.ACCEPT_ALL, learned),
                    new Neighbour(owner.instance(2), asn, Documented.VPN_WEIGHT, Policy.ACCEPT_ALL, learned));
        }
    }

    /**
     * Computers that are connected are no business of ExpressRoute's, whose gateway takes nothing from this one unless packets may
     * pass from one to the other.
     */
    private void besideExpressRoute(VpnOwner owner) {
        Policy learned = VpnPolicies.besideGateway(owner.announced());
        Policy fromVpn = VpnPolicies.besideGateway(ImmutableSet.<Prefix>builder()
                .addAll(owner.announced())
                .addAll(clients.pool(owner))
                .build());
        for (int expressRoute : GatewayCompiler.INSTANCES) {
            instances(owner)
                    .forEach(instance -> ibgp(
                            owner,
                            new Neighbour(
                                    Names.gateway(owner.name(), expressRoute),
                                    BESIDE_ASN,
                                    0,
                                    VpnPolicies.besideVpnGateway(owner),
                                    learned),
                            new Neighbour(
                                    owner.instance(instance),
                                    BESIDE_ASN,
                                    Documented.EXPRESSROUTE_WEIGHT,
                                    Policy.ACCEPT_ALL,
                                    fromVpn)));
        }
    }

    /**
     * One end of an iBGP session inside a VNet.
     *
     * @param node which
     * @param asn its AS on this session
     * @param weight that it gives to what it hears
     * @param taken what it takes of that
     * @param told what it tells
     */
    private record Neighbour(String node, int asn, long weight, Policy taken, Policy told) {}

    private void ibgp(VpnOwner owner, Neighbour one, Neighbour other) {
        NumberedLink link = compilation.fabric().join(one.node(), other.node());
        String name = Names.ibgp(one.node(), other.node());
        compilation.add(Sessions.routed(
                name,
                link.a(one.node(), one.asn(), settings(name, one)),
                link.b(other.node(), other.asn(), settings(name, other)),
                ImmutableSet.of(AfiSafi.IPV4_UNICAST),
                compilation.at(owner.modelPath())));
    }

    private static Side.Settings settings(String name, Neighbour self) {
        return (peer, family) -> peer.nextHopSelf(true)
                .weight(self.weight())
                .group(Names.session(name, family))
                .importPolicy(self.taken())
                .exportPolicy(self.told());
    }
}

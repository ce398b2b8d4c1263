package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.Conflicts;
import coldpotato.core.azure.grounds.LoadAssumptions;
import coldpotato.core.azure.grounds.ReachAssumptions;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.node.FibDelays;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.NodePlanBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * ExpressRoute gateways: two instances in a VNet, and the connections of these to both MSEEs of each circuit. The gateway's
 * routes are programmed into the subnets, which keep the VNet's own prefixes to themselves.
 */
final class GatewayCompiler {
    static final ImmutableList<Integer> INSTANCES = ImmutableList.of(1, 2);

    private static final int GATEWAY_ASN = Documented.GATEWAY_ASN.toInt();

    private static final Policy FROM_CIRCUITS =
            Rules.policy("from circuits", Rules.accept("from circuits"), Marks.entering(Marks.EXPRESSROUTE));

    private final Compilation compilation;
    private final GatewayPrefixes prefixes;
    private final RemoteNetworks remote;
    private final FastPath fastPath;

    GatewayCompiler(Compilation compilation) {
        this.compilation = compilation;
        this.prefixes = compilation.fabric().announced();
        this.remote = new RemoteNetworks(compilation);
        this.fastPath = new FastPath(compilation);
    }

    void compile(VirtualNetwork vnet) {
        if (vnet.gateway().isPresent()) {
            for (int instance : INSTANCES) {
                compilation.add(gateway(vnet, instance));
                feed(vnet, instance);
                compilation.addToGroup(Names.gateway(vnet.name()), Names.gateway(vnet.name(), instance));
            }
            if (FastPath.isUsed(compilation, vnet)) {
                compilation.add(fastPath.node(vnet));
            }
        }
    }

    /** A connection leads nowhere as long as its circuit has no private peering. */
    void compile(Connection connection) {
        Circuit circuit = compilation.network().circuits().get(connection.circuit());
        VirtualNetwork vnet = compilation.network().virtualNetworks().get(connection.gateway());
        if (circuit.privatePeering().isPresent() && vnet.gateway().isPresent()) {
            if (connection.fastPath()) {
                Arrays.stream(Leg.values())
                        .forEach(leg -> fastPath.join(connection, leg, Names.fastPath(connection.gateway())));
            }
            connect(
                    connection,
                    families(vnet, circuit.privatePeering().get()),
                    (peer, leg, family, at) -> peer.importPolicy(
                                    exchangesRoutes(vnet) ? FROM_CIRCUITS : Policy.ACCEPT_ALL)
                            .exportPolicy(announced(connection, vnet, leg, family, at))
                            .prefixLimit(learnedLimit(vnet, at)));
        }
    }

    /** What a gateway has configured for an MSEE, beyond what all gateways have. */
    interface Settings {
        PeerConfigBuilder apply(PeerConfigBuilder peer, Leg leg, AfiSafi family, Basis at);
    }

    /** Joins both instances of a gateway with both MSEEs. */
    void connect(Connection connection, ImmutableSet<AfiSafi> families, Settings settings) {
        for (Leg leg : Leg.values()) {
            for (int instance : INSTANCES) {
                connect(connection, families, leg, instance, settings);
            }
        }
    }

    private NodePlan gateway(VirtualNetwork vnet, int instance) {
        String name = Names.gateway(vnet.name(), instance);
        Basis at = compilation.at(ModelPath.gateway(vnet.name()));
        return compilation
                .fabric()
                .place(vnet, name, instance(compilation, name, at, VpnAssumptions.PROGRAMMING_DELAY))
                .originations(prefixes.originations(vnet, at))
                .decision(vnet.routeServer().isPresent() ? Platforms.GATEWAY_BESIDE_ROUTE_SERVER : Platforms.GATEWAY)
                .build();
    }

    /**
     * Begins an instance of a VNet's or a hub's gateway.
     *
     * @param inside how long what the others there tell takes to be programmed
     */
    static NodePlanBuilder instance(Compilation compilation, String name, Basis at, Assumption inside) {
        FibDelays delays =
                FibDelays.of(at.nanos(Assumptions.GATEWAY_PROGRAMMING_DELAY)).inside(at.nanos(inside));
        return compilation.forwarder(name, Role.GATEWAY, GATEWAY_ASN, at, delays);
    }

    private void feed(VirtualNetwork vnet, int instance) {
        compilation
                .fabric()
                .feedSubnets(
                        vnet,
                        Names.gateway(vnet.name(), instance),
                        FeedPreference.EXPRESSROUTE,
                        compilation.at(ModelPath.gateway(vnet.name())));
    }

    private void connect(
            Connection connection, ImmutableSet<AfiSafi> families, Leg leg, int instance, Settings settings) {
        String name = Names.connection(connection.name(), leg, instance);
        NumberedLink link = compilation.addresses().link(name);
        Basis at = compilation.at(ModelPath.connection(connection.name()));
        Basis wire = compilation.at(ModelPath.connection(connection.name()));
        Sessions sessions = Sessions.on(
                        name,
                        link.a(
                                Names.msee(connection.circuit(), leg, PeeringKind.PRIVATE),
                                Documented.MSEE_ASN.toInt(),
                                (peer, family) -> mseeSettings(peer, connection, leg, family, at)),
                        link.b(
                                Names.gateway(connection.gateway(), instance),
                                GATEWAY_ASN,
                                (peer, family) ->
                                        settings.apply(gatewaySettings(peer, connection, at), leg, family, at)),
                        families,
                        at)
                .enabled(works(connection) ? families : ImmutableSet.of());
        compilation.add(sessions.link(wire)
                .delayNanos(wire.nanos(Assumptions.GATEWAY_LINK_DELAY))
                // A tunnel through Microsoft's network, not a cable: nobody sees the other's light.
                .carrierSeen(false)
                .capacity(throughput(connection.gateway(), wire))
                .build());
        compilation.add(sessions);
        compilation.addToGroup(connection.name(), name);
        compilation.addToGroup(Names.core(connection.circuit(), leg), name);
    }

    /** A circuit that the provider has taken back carries nothing, whatever is connected to it. */
    private boolean works(Connection connection) {
        return compilation.fabric().map().gatewaysWork(connection.gateway())
                && compilation
                        .network()
                        .circuits()
                        .get(connection.circuit())
                        .terms()
                        .isReady();
    }

    private PeerConfigBuilder mseeSettings(
            PeerConfigBuilder peer, Connection connection, Leg leg, AfiSafi family, Basis at) {
        return peer.timers(timers(at))
                .exportPolicy(Maintenance.export(
                        compilation.network(),
                        connection.circuit(),
                        leg,
                        PeeringKind.PRIVATE,
                        toGateway(connection, at)))
                .prefixLimit(Optional.of(limit(Documented.prefixesFromGatewayMax(family.family()), at)))
                .bfd(bfd(at));
    }

    private Policy toGateway(Connection connection, Basis at) {
        ImmutableList.Builder<PolicyRule> rules =
                ImmutableList.<PolicyRule>builder().addAll(remote.toGateway(connection.gateway(), at));
        if (!hasGlobalReach(connection.circuit()) || !at.isOn(ReachAssumptions.REACHES_GATEWAYS)) {
            rules.add(Rules.refuse("Global Reach joins sites only", Marks.CAME_OVER_GLOBAL_REACH));
        }
        return new Policy("private peering", rules.build(), Rules.accept("customer routes"));
    }

    private boolean hasGlobalReach(String circuit) {
        return compilation.network().globalReaches().values().stream()
                .anyMatch(reach ->
                        reach.circuitA().equals(circuit) || reach.circuitB().equals(circuit));
    }

    private PeerConfigBuilder gatewaySettings(PeerConfigBuilder peer, Connection connection, Basis at) {
        return peer.timers(timers(at))
                .weight(connection.weight())
                .group(connection.circuit())
                .bfd(bfd(at));
    }

    /** What one circuit brings does not go to another: ExpressRoute is no transit network (expressroute-faqs.md). */
    private Policy announceOnly(VirtualNetwork vnet, Basis at) {
        return Rules.before(
                Rules.policy(
                        "gateway " + vnet.name(),
                        Rules.refuse("only the VNet's address spaces are announced"),
                        Rules.accept("address spaces of " + vnet.name(), Rules.exactly(prefixes.prefixes(vnet)))),
                remote.announced(vnet.name(), at));
    }

    private Policy announced(Connection connection, VirtualNetwork vnet, Leg leg, AfiSafi family, Basis at) {
        Policy announced = exchangesRoutes(vnet) ? announceExchanged(vnet, at) : announceOnly(vnet, at);
        return fastPath.carries(connection, family)
                ? Rules.before(announced, ImmutableList.of(fastPath.rule(connection, vnet.prefixes(), leg, family)))
                : announced;
    }

    private static boolean exchangesRoutes(VirtualNetwork vnet) {
        return vnet.routeServer().filter(RouteServer::joinsBranches).isPresent();
    }

    /** With branch-to-branch also what VPN and appliances brought (expressroute-vpn-support.md). */
    private Policy announceExchanged(VirtualNetwork vnet, Basis at) {
        return new Policy(
                "gateway " + vnet.name(),
                ImmutableList.<PolicyRule>builder()
                        .add(Rules.refuse("circuits do not exchange routes", Marks.carried(Marks.EXPRESSROUTE)))
                        .add(Marks.REMOVED)
                        .addAll(remote.announced(vnet.name(), at))
                        .build(),
                Rules.accept("VNet, VPN and appliances"));
    }

    /** What happens beyond it no document says. A gateway without a known size has no limit. */
    private static Optional<PrefixLimit> learnedLimit(VirtualNetwork vnet, Basis at) {
        return vnet.gateway()
                .flatMap(GatewaySku::of)
                .map(sku -> routesLearnedMax(sku, at))
                .map(max -> at.isOn(Assumptions.LEARNED_LIMIT_TEARS_DOWN) ? limit(max, at) : PrefixLimit.warning(max));
    }

    private static int routesLearnedMax(GatewaySku sku, Basis at) {
        return sku.name().equals(GatewaySku.SCALE)
                ? Integer.parseInt(at.choice(Conflicts.SCALE_GATEWAY_ROUTES))
                : sku.routesLearnedMax();
    }

    /** All connections of a gateway share what its size or its scale units carry. */
    private Optional<Capacity> throughput(String owner, Basis at) {
        return ofVnet(owner).or(() -> ofHub(owner)).filter(known -> at.isOn(LoadAssumptions.GATEWAY_THROUGHPUT_LIMITS));
    }

    private Optional<Capacity> ofVnet(String owner) {
        String name = Names.gateway(owner);
        return Optional.ofNullable(compilation.network().virtualNetworks().get(owner))
                .flatMap(VirtualNetwork::gateway)
                .flatMap(GatewaySku::of)
                .map(sku -> Capacity.ofMegabits(name, sku.megabitsPerSecond())
                        .within(new Capacity(name, Capacity.Unit.PACKETS, sku.packetsPerSecond()))
                        .within(new Capacity(name, Capacity.Unit.FLOWS, sku.flowsMax())));
    }

    private Optional<Capacity> ofHub(String owner) {
        return Optional.ofNullable(compilation.network().hubs().get(owner))
                .flatMap(VirtualHub::gateway)
                .map(gateway -> Capacity.ofMegabits(
                        Names.gateway(owner), gateway.scaleUnits() * Documented.HUB_SCALE_UNIT_MBPS));
    }

    private static PrefixLimit limit(int prefixes, Basis at) {
        return new PrefixLimit(prefixes, at.nanos(Assumptions.LIMIT_RETRY), true);
    }

    private SessionTimers timers(Basis at) {
        long hold = at.nanos(Assumptions.GATEWAY_HOLD_TIME);
        return CircuitCompiler.mseeTimers(at).withHold(hold, hold / 3);
    }

    private Optional<BfdTimers> bfd(Basis at) {
        return at.isOn(Assumptions.GATEWAY_BFD) ? Optional.of(CircuitCompiler.mseeBfd(at)) : Optional.empty();
    }

    private static ImmutableSet<AfiSafi> families(VirtualNetwork vnet) {
        return Announcements.hasIpv6(vnet.prefixes())
                ? ImmutableSet.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST)
                : ImmutableSet.of(AfiSafi.IPV4_UNICAST);
    }

    private static ImmutableSet<AfiSafi> families(VirtualNetwork vnet, Peering peering) {
        return families(vnet).stream()
                .filter(family -> peering.subnets(family.family()).isPresent())
                .collect(ImmutableSet.toImmutableSet());
    }
}

package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.RouteServerAssumptions;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Luck;
import coldpotato.sim.plan.NodePlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Route Servers: two instances that hear what appliances announce, program it into the subnets with the appliances' own addresses as
 * next hops, and tell appliances of the VNet. With branch-to-branch they speak iBGP with the VNet's gateways. They are never on the
 * way of packets. IPv4 only (route-server-faq.md).
 */
final class RouteServerCompiler {
    private static final int ASN = Documented.GATEWAY_ASN.toInt();
    private static final ImmutableSet<AfiSafi> FAMILIES = ImmutableSet.of(AfiSafi.IPV4_UNICAST);

    private final Compilation compilation;

    RouteServerCompiler(Compilation compilation) {
        this.compilation = compilation;
    }

    /** After the gateways and the appliances, which it joins. */
    void compile(VirtualNetwork vnet) {
        vnet.routeServer()
                .filter(RouteServer::isRunning)
                .ifPresent(server -> GatewayCompiler.INSTANCES.forEach(instance -> compile(vnet, server, instance)));
    }

    private void compile(VirtualNetwork vnet, RouteServer server, int instance) {
        String name = Names.routeServer(vnet.name(), instance);
        compilation.add(instance(vnet, server, name));
        compilation.addToGroup(Names.routeServer(vnet.name()), name);
        for (Appliance appliance : compilation.network().appliancesAt(vnet)) {
            ApplianceBgp bgp = appliance.bgp().orElseThrow();
            if (bgp.routeServer().orElseThrow().instances().contains(instance)) {
                peer(vnet, name, appliance, bgp);
            }
        }
        if (server.joinsBranches()) {
            exchange(vnet, name);
        }
        Basis at = at(vnet);
        boolean all = at.isOn(RouteServerAssumptions.INSTANCES_PROGRAM_ALL);
        compilation
                .fabric()
                .feedSubnets(
                        vnet, name, FeedPreference.APPLIANCE, machine -> all || instance == instanceOf(machine), at);
    }

    /** The instance that a machine hangs on if each programs only its own, drawn by name. */
    private static int instanceOf(String machine) {
        return 1 + (int) Luck.of(0, machine, "instance of the Route Server").below(GatewayCompiler.INSTANCES.size(), 0);
    }

    private NodePlan instance(VirtualNetwork vnet, RouteServer server, String name) {
        Basis at = at(vnet);
        return compilation
                .fabric()
                .place(vnet, name, compilation.router(name, Role.ROUTE_SERVER, ASN, at))
                .originations(compilation.fabric().announced().originations(vnet, at))
                .decision(Platforms.routeServer(server.preference()))
                .build();
    }

    /** eBGP over more than one hop: with the appliance's own address, which is the next hop of what it announces. */
    private void peer(VirtualNetwork vnet, String server, Appliance appliance, ApplianceBgp bgp) {
        NumberedLink link = compilation.fabric().join(server, appliance.name());
        Basis at = compilation.at(ModelPath.appliance(appliance.name()));
        NumberedLink seen =
                new NumberedLink(link.name(), link.a(), DualAddress.hosts(ImmutableList.of(appliance.address())));
        compilation.add(Sessions.routed(
                seen.name(),
                seen.a(server, ASN, (peer, family) -> serverSettings(peer, at)),
                seen.b(appliance.name(), bgp.asn().toInt(), (peer, family) -> applianceSettings(peer, bgp)),
                FAMILIES,
                at));
    }

    private PeerConfigBuilder serverSettings(PeerConfigBuilder peer, Basis at) {
        return peer.timers(Platforms.TIMERS)
                .importPolicy(Rules.policy(
                        "from appliances", Rules.accept("from appliances"), Marks.entering(Marks.APPLIANCE)))
                .exportPolicy(Rules.policy("to appliances", Rules.accept("to appliances"), Marks.REMOVED))
                .prefixLimit(Optional.of(new PrefixLimit(
                        Documented.ROUTES_TO_ROUTE_SERVER_MAX, at.nanos(Assumptions.LIMIT_RETRY), true)));
    }

    private PeerConfigBuilder applianceSettings(PeerConfigBuilder peer, ApplianceBgp bgp) {
        return peer.timers(Platforms.TIMERS)
                .offPath(true)
                .importPolicy(compilation.policy(bgp.importPolicy()))
                .exportPolicy(toRouteServer(bgp));
    }

    /** The appliance's own settings, then the user's policy decides. */
    private Policy toRouteServer(ApplianceBgp bgp) {
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        if (bgp.prepend() > 0) {
            rules.add(Rules.set("prepend " + bgp.prepend(), new SetClause.PrependOwn(bgp.prepend())));
        }
        if (!bgp.communities().isEmpty()) {
            rules.add(Rules.set(
                    "communities",
                    new SetClause.Communities(false, bgp.communities().asList())));
        }
        return Rules.before(compilation.policy(bgp.exportPolicy()), rules.build());
    }

    /** A VPN gateway of another AS is refused; it exchanges nothing. Its own prefixes are those of computers that connect. */
    private void exchange(VirtualNetwork vnet, String server) {
        if (vnet.gateway().isPresent()) {
            GatewayCompiler.INSTANCES.forEach(instance -> exchange(
                    vnet, Names.gateway(vnet.name(), instance), server, Policy.ACCEPT_ALL, Marks.EXPRESSROUTE));
        }
        vnet.vpnGateway().filter(gateway -> gateway.asn().equals(Documented.GATEWAY_ASN)).stream()
                .flatMap(gateway -> gateway.instances().stream())
                .forEach(instance -> exchange(
                        vnet, Names.vpnGateway(vnet.name(), instance), server, withoutClients(vnet), Marks.VPN));
    }

    /** Route Server is no way between computers that connect and others (route-server-faq.md). */
    private static Policy withoutClients(VirtualNetwork vnet) {
        ImmutableSet<Prefix> pool = vnet.vpnGateway().flatMap(VpnGateway::pointToSite).stream()
                .map(PointToSite::addressPool)
                .collect(ImmutableSet.toImmutableSet());
        return Rules.policy(
                "to Route Server",
                Rules.accept("to Route Server"),
                Rules.refuse("computers that connect", Rules.exactly(pool)));
    }

    /** iBGP with an instance of a gateway, which puts itself in as next hop; Route Server leaves next hops as they are. */
    private void exchange(VirtualNetwork vnet, String gateway, String server, Policy told, LargeCommunity mark) {
        NumberedLink link = compilation.fabric().join(gateway, server);
        Policy heard = Rules.policy("from gateways", Rules.accept("from gateways"), Marks.entering(mark));
        compilation.add(Sessions.on(
                link.name(),
                link.a(gateway, ASN, (peer, family) -> peer.timers(Platforms.TIMERS)
                        .exportPolicy(told)
                        .nextHopSelf(true)),
                link.b(server, ASN, (peer, family) -> peer.timers(Platforms.TIMERS)
                        .importPolicy(heard)),
                FAMILIES,
                at(vnet)));
    }

    private Basis at(VirtualNetwork vnet) {
        return compilation.at(ModelPath.routeServer(vnet.name()));
    }
}

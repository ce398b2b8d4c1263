package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnConnection.BgpAddresses;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.CarrierDelay;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The connections of VPN gateways: a tunnel to each active instance, with BGP inside it or static routes at both ends. A VNet or
 * a hub may own the gateway. IPv4 only, as in Azure (expressroute-howto-add-ipv6-portal.md).
 */
final class VpnTunnels {
    /** Between custom BGP addresses of the first instance and of the second, since a file says those of one: a link of its own. */
    static final int CUSTOM_ADDRESSES_APART = 4;

    private static final ImmutableSet<AfiSafi> FAMILIES = ImmutableSet.of(AfiSafi.IPV4_UNICAST);

    private final Compilation compilation;
    private final VpnOwners owners;
    private final VpnUnderlay underlay;
    private final EdgeSettings edges;

    VpnTunnels(Compilation compilation) {
        this.compilation = compilation;
        this.owners = new VpnOwners(compilation);
        this.underlay = new VpnUnderlay(compilation);
        this.edges = new EdgeSettings(compilation);
    }

    void compile(VpnConnection connection) {
        if (connection.connected()) {
            tunnels(connection).forEach(tunnel -> {
                tunnel(connection, tunnel);
                compilation.addToGroup(connection.name(), tunnel.link());
            });
        }
    }

    /**
     * One tunnel, from whoever is far to an instance of the gateway.
     *
     * @param link its name
     * @param far the router, or the instance of the other gateway
     * @param owner whose gateway it ends at
     * @param instance which instance
     */
    private record Tunnel(String link, String far, VpnOwner owner, int instance) {
        String node() {
            return owner.instance(instance);
        }
    }

    private Stream<Tunnel> tunnels(VpnConnection connection) {
        return owners.find(connection.gateway()).stream()
                .flatMap(owner -> owner.gateway().instances().stream().flatMap(instance -> far(connection, instance)
                        .map(node -> new Tunnel(Names.tunnel(connection.name(), instance), node, owner, instance))));
    }

    /** Instances of two gateways are joined one to one. */
    private Stream<String> far(VpnConnection connection, int instance) {
        return Stream.concat(
                connection.customer().map(PeeringLink::router).stream(),
                otherOwner(connection).stream()
                        .filter(other -> other.gateway().instances().contains(instance))
                        .map(other -> other.instance(instance)));
    }

    private void tunnel(VpnConnection connection, Tunnel tunnel) {
        NumberedLink link = ends(connection, tunnel);
        Basis at = compilation.at(ModelPath.vpnConnection(connection.name()));
        Sessions sessions = Sessions.on(
                tunnel.link(),
                link.a(tunnel.far(), farAsn(connection, tunnel), (peer, family) -> farSettings(peer, connection, at)),
                link.b(
                        tunnel.node(),
                        tunnel.owner().gateway().asn().toInt(),
                        (peer, family) -> gatewaySettings(peer, connection, tunnel.owner(), at)),
                FAMILIES,
                at);
        compilation.add(sessions.link()
                .delayNanos(underlay.carries(connection) ? 0 : at.nanos(VpnAssumptions.INTERNET_DELAY))
                .capacity(Optional.of(capacity(connection, tunnel)))
                .carriage(Optional.of(carriage(connection, tunnel, at)))
                .build());
        if (connection.bgp()) {
            compilation.add(sessions.enabled(works(connection) ? FAMILIES : ImmutableSet.of()));
        }
    }

    /** True if no gateway subnet keeps out the routes that the gateways at its ends live by. */
    private boolean works(VpnConnection connection) {
        VnetMap map = compilation.fabric().map();
        return map.gatewaysWork(connection.gateway())
                && connection.otherGateway().map(map::gatewaysWork).orElse(true);
    }

    /** A tunnel of a gateway is also one of the other gateway that it leads to, with its ends the other way round. */
    private Capacity capacity(VpnConnection connection, Tunnel tunnel) {
        Capacity near = VpnOwner.ofTunnel(tunnel.link()).within(tunnel.owner().capacity());
        return otherOwner(connection)
                .map(other -> near.within(other.capacity().turnedRound()))
                .orElse(near);
    }

    private LinkPlan.Carriage carriage(VpnConnection connection, Tunnel tunnel, Basis at) {
        Optional<LinkPlan.Outer> outer = underlay.carries(connection)
                ? Optional.of(new LinkPlan.Outer(
                        underlay.routerAddress(connection),
                        owners.publicAddress(tunnel.owner(), tunnel.instance(), at)))
                : Optional.empty();
        return new LinkPlan.Carriage(
                outer,
                new CarrierDelay(at.nanos(VpnAssumptions.DEAD_PEER_DETECTION), at.nanos(VpnAssumptions.TUNNEL_SETUP)));
    }

    private int farAsn(VpnConnection connection, Tunnel tunnel) {
        return otherOwner(connection)
                .map(owner -> owner.gateway().asn())
                .orElseGet(() -> compilation.network().siteAt(tunnel.far()).asn())
                .toInt();
    }

    private PeerConfigBuilder farSettings(PeerConfigBuilder peer, VpnConnection connection, Basis at) {
        return otherOwner(connection)
                .map(owner -> gatewaySettings(peer, connection, owner, at))
                .orElseGet(() -> routerSettings(peer, connection.customer().orElseThrow(), at));
    }

    private Optional<VpnOwner> otherOwner(VpnConnection connection) {
        return connection.otherGateway().flatMap(owners::find);
    }

    private PeerConfigBuilder gatewaySettings(
            PeerConfigBuilder peer, VpnConnection connection, VpnOwner owner, Basis at) {
        return peer.timers(Platforms.TIMERS)
                .importPolicy(VpnPolicies.fromRouter(owner))
                .exportPolicy(VpnPolicies.toRouter(owner))
                .weight(Documented.VPN_WEIGHT)
                .group(connection.name())
                .prefixLimit(Optional.of(
                        new PrefixLimit(Documented.VPN_PREFIXES_MAX, at.nanos(Assumptions.LIMIT_RETRY), true)));
    }

    private PeerConfigBuilder routerSettings(PeerConfigBuilder peer, PeeringLink customer, Basis at) {
        boolean usual = customer.holdNanos() == Documented.HOLD_NANOS
                && customer.keepaliveNanos() == Documented.KEEPALIVE_NANOS;
        boolean follows = !usual && at.isOn(VpnAssumptions.HOLD_TIME_FOLLOWS_ROUTER);
        PeerConfigBuilder said = edges.apply(peer, PeeringKind.PRIVATE, customer);
        return follows ? said : said.timers(Platforms.TIMERS);
    }

    // Static routes

    /** What a router sends into tunnels without BGP: the gateway's own ranges. */
    ImmutableList<StaticRoute> routesOfRouter(String router) {
        return withoutBgp()
                .filter(connection -> connection
                        .customer()
                        .map(customer -> customer.router().equals(router))
                        .orElse(false))
                .flatMap(connection -> owners.find(connection.gateway()).stream()
                        .flatMap(owner -> owner.announced().stream()
                                .filter(prefix -> prefix.family() == Family.IPV4)
                                .map(prefix ->
                                        new StaticRoute(prefix, nearEnds(connection), false, connection.distance()))))
                .collect(ImmutableList.toImmutableList());
    }

    /** What an instance of a gateway sends into tunnels without BGP: the ranges of the local network gateways. */
    ImmutableList<StaticRoute> routesOfGateway(VpnOwner owner, int instance) {
        return withoutBgp()
                .flatMap(connection -> tunnels(connection)
                        .filter(tunnel -> tunnel.instance() == instance)
                        .flatMap(tunnel -> Stream.concat(
                                routes(
                                                connection.prefixes(),
                                                ends(connection, tunnel).a())
                                        .filter(route -> connection.gateway().equals(owner.name())),
                                routes(
                                                tunnel.owner().announced(),
                                                ends(connection, tunnel).b())
                                        .filter(route ->
                                                connection.otherGateway().equals(Optional.of(owner.name()))))))
                .collect(ImmutableList.toImmutableList());
    }

    /** The ranges that a gateway routes into tunnels without BGP, and tells its neighbours. */
    ImmutableSet<Prefix> localNetworks(VpnOwner owner) {
        return routesOfGateway(owner, 1).stream().map(StaticRoute::prefix).collect(ImmutableSet.toImmutableSet());
    }

    private Stream<VpnConnection> withoutBgp() {
        return compilation.network().vpnConnections().values().stream()
                .filter(connection -> connection.connected() && !connection.bgp() && works(connection));
    }

    private ImmutableList<IpAddress> nearEnds(VpnConnection connection) {
        return tunnels(connection)
                .map(tunnel -> ends(connection, tunnel).b(Family.IPV4))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<StaticRoute> routes(ImmutableSet<Prefix> prefixes, DualAddress nextHop) {
        return prefixes.stream()
                .filter(prefix -> prefix.family() == Family.IPV4)
                .map(prefix -> new StaticRoute(prefix, ImmutableList.of(nextHop.of(Family.IPV4)), false, 1));
    }

    private NumberedLink ends(VpnConnection connection, Tunnel tunnel) {
        return connection
                .bgpAddresses()
                .map(custom -> new NumberedLink(
                        tunnel.link(),
                        custom(custom.router(), custom, tunnel),
                        custom(custom.gateway(), custom, tunnel)))
                .orElseGet(() -> compilation.addresses().link(tunnel.link()));
    }

    /** In the smallest subnet that both ends are in; those of the second instance are the next. */
    private static DualAddress custom(IpAddress first, BgpAddresses both, Tunnel tunnel) {
        int length = Integer.numberOfLeadingZeros(
                both.gateway().toInt() ^ both.router().toInt());
        return new DualAddress(ImmutableList.of(
                new Address(first.plus((long) CUSTOM_ADDRESSES_APART * (tunnel.instance() - 1)), length)));
    }
}

package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.NodePlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * FastPath (about-fastpath.md): MSEEs send to the machines of the gateway's own VNet past the gateway, which still exchanges
 * routes. In routing terms the gateway announces its own VNet with a third party's next hop, a node that has the routes of the
 * gateway subnet. Spokes stay behind the gateway, and what leaves the VNet passes it as before. In a virtual hub the hub's router
 * stands in its place.
 *
 * <p>Not modelled: FastPath on Direct circuits for spokes, the number of addresses that a circuit takes, load balancers
 * and private endpoints, all of which use the gateway.
 */
final class FastPath {
    private final Compilation compilation;

    FastPath(Compilation compilation) {
        this.compilation = compilation;
    }

    /** True if a connection of the VNet has FastPath. */
    static boolean isUsed(Compilation compilation, VirtualNetwork vnet) {
        return compilation.network().connections().values().stream()
                .anyMatch(connection ->
                        connection.fastPath() && connection.gateway().equals(vnet.name()));
    }

    /** Azure's fabric as MSEEs see it: by what it sends on, it stands in the gateway subnet. */
    NodePlan node(VirtualNetwork vnet) {
        String name = Names.fastPath(vnet.name());
        return compilation
                .fabric()
                .machine(vnet, name, Role.FAST_PATH, compilation.at(ModelPath.gateway(vnet.name())))
                .build();
    }

    /** Joins an MSEE with the node that it sends to past the gateway. */
    void join(Connection connection, Leg leg, String far) {
        String name = Names.fastPath(connection.name(), leg);
        Basis at = compilation.at(ModelPath.connection(connection.name()));
        compilation.add(compilation
                .addresses()
                .link(name)
                .between(Names.msee(connection.circuit(), leg, PeeringKind.PRIVATE), far, at)
                .delayNanos(at.nanos(Assumptions.GATEWAY_LINK_DELAY))
                .carrierSeen(false)
                .build());
        compilation.addToGroup(connection.name(), name);
        compilation.addToGroup(Names.core(connection.circuit(), leg), name);
    }

    /** True if packets of this family go past the gateway: IPv6 only from circuits of Direct (expressroute-howto-add-ipv6-portal.md). */
    boolean carries(Connection connection, AfiSafi family) {
        return connection.fastPath()
                && (family.family() == Family.IPV4
                        || compilation
                                .network()
                                .circuits()
                                .get(connection.circuit())
                                .direct()
                                .isPresent());
    }

    /** Says with the address spaces that are reached past the gateway where MSEEs send, and goes on. */
    PolicyRule rule(Connection connection, ImmutableSet<Prefix> spaces, Leg leg, AfiSafi family) {
        IpAddress nextHop = compilation
                .addresses()
                .link(Names.fastPath(connection.name(), leg))
                .b(family.family());
        MatchClause own = Rules.exactly(spaces);
        return new PolicyRule(
                "FastPath",
                ImmutableList.of(own),
                ImmutableList.of(new SetClause.NextHop(nextHop)),
                PolicyAction.NEXT,
                "");
    }
}

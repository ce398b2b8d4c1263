package coldpotato.sim.plan;

import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.core.net.EcmpHashing;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FibDelays;
import coldpotato.sim.node.MiddleboxConfig;
import coldpotato.sim.node.StaticRoute;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;

/**
 * A node of the network.
 *
 * @param name unique in the plan
 * @param role what it is to people, such as {@code hosts} or {@code customer edge}
 * @param asn its AS, unsigned; 0 if it speaks no BGP
 * @param routerId its BGP identifier
 * @param clusterId its cluster if it reflects routes (RFC 4456), by custom the router id
 * @param loopbacks addresses of its own that do not hang on an interface
 * @param attached prefixes whose hosts live on this node: packets to them are delivered here
 * @param pinned prefixes at and inside which everything that BGP learned is hidden, however specific: the way in which a
 *     cloud prefers its own network
 * @param statics static routes
 * @param originations prefixes that its BGP speaker originates, whether they can be reached or not
 * @param igpDomain the link-state routing domain it takes part in, empty for none
 * @param decision how it chooses between BGP routes
 * @param ecmpHashing how it picks one of several next hops for a flow
 * @param fibDelays from a change of the routing table to the forwarding entry programmed
 * @param installedOnly true if neighbours and feeds hear of a route only when the forwarding table holds it
 * @param spfDelayNanos from a change of the link-state topology to new IGP routes
 * @param middleboxes firewalls and source NAT on its links, in the order in which packets cross them; pools of NATs are among the
 *     attached prefixes
 * @param provenance where it comes from
 */
public record NodePlan(
        String name,
        String role,
        int asn,
        IpAddress routerId,
        IpAddress clusterId,
        ImmutableList<IpAddress> loopbacks,
        ImmutableSet<Prefix> attached,
        ImmutableSet<Prefix> pinned,
        ImmutableList<StaticRoute> statics,
        ImmutableList<Origination> originations,
        String igpDomain,
        DecisionProcess decision,
        EcmpHashing ecmpHashing,
        FibDelays fibDelays,
        boolean installedOnly,
        long spfDelayNanos,
        ImmutableList<MiddleboxConfig> middleboxes,
        Provenance provenance) {

    /** Begins a node that speaks no BGP and has no addresses: a router id, 0.0.0.0 where nothing asks for one. */
    public static NodePlanBuilder builder(String name, String role, Provenance provenance) {
        return builder(name, role, () -> provenance);
    }

    /** The same, when only what is put into the node decides where it comes from. */
    public static NodePlanBuilder builder(String name, String role, Supplier<Provenance> provenance) {
        return new NodePlanBuilder(name, role, provenance);
    }

    /** A builder that starts from this. */
    public NodePlanBuilder toBuilder() {
        return new NodePlanBuilder(this);
    }

    /** True if a router can become the other one while it runs; else the other takes its place. */
    boolean canBecome(NodePlan other) {
        return asn == other.asn
                && routerId.equals(other.routerId)
                && clusterId.equals(other.clusterId)
                && installedOnly == other.installedOnly
                && igpDomain.equals(other.igpDomain)
                && spfDelayNanos == other.spfDelayNanos;
    }

    /** The same node without BGP. */
    NodePlan withoutSpeaker() {
        return toBuilder().asn(0).originations(ImmutableList.of()).build();
    }
}

package coldpotato.sim.graph;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.MedStage;
import coldpotato.bgp.rib.Preference;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * One AS with an IGP inside, iBGP between the loopbacks of its routers, and routes to one prefix that come in from outside.
 * In the plan each external route is a stub router of a neighbour AS; borders set next-hop-self.
 *
 * <pre>
 *   igp A B 4                         a link and its cost, both ways
 *   ibgp A B                          a plain iBGP session
 *   client R C                        an iBGP session; C is a route-reflection client of R
 *   route r1 at A as 10 [len 1] [med 0] [lp 100] [id 1]
 *                                     a route learned by eBGP at A: length of its AS path, MED, the local
 *                                     preference that A gives it, BGP identifier of the neighbour
 *   rid A 5                           BGP identifier of A; by default the order of first mention, from 1
 *   cluster R 7                       cluster of reflector R; by default its BGP identifier
 * </pre>
 *
 * <p>Routers choose by local preference, AS path length, MED within a neighbour AS, eBGP over iBGP, IGP cost, shortest
 * cluster list, lowest identifier of the neighbour or originator, lowest address. RFC 4456 section 9 has the cluster list
 * after the identifier; the format has it before.
 *
 * @param routers of the AS in the order of first mention, each with its BGP identifier
 * @param clusters of reflectors that were given one
 * @param igp links of the AS
 * @param sessions inside the AS
 * @param routes from outside
 */
public record InternalBgp(
        ImmutableMap<String, Integer> routers,
        ImmutableMap<String, Integer> clusters,
        ImmutableList<IgpLink> igp,
        ImmutableList<Session> sessions,
        ImmutableList<ExternalRoute> routes) {

    /** What the neighbours announce. */
    public static final Prefix PREFIX = Prefix.parse("192.0.2.0/24");

    /** The AS that all routers are in. */
    public static final Asn OWN_AS = new Asn(65000);

    private static final IpAddress ROUTER_IDS = IpAddress.parse("10.0.0.0");
    private static final IpAddress NEIGHBOUR_IDS = IpAddress.parse("10.64.0.0");
    private static final int FAR_AS = 64999;

    /** A link and its cost in both directions. */
    public record IgpLink(String a, String b, int cost) {}

    /** An iBGP session; {@code clients} are those of its ends that are clients of the other. */
    public record Session(String a, String b, ImmutableSet<String> clients) {}

    /**
     * A route that a neighbour announces.
     *
     * @param name of the neighbour, which is a node
     * @param at the router that hears it
     * @param asn the neighbour's AS
     * @param length of the AS path as heard
     * @param med MED
     * @param localPref the local preference that the border gives it
     * @param id the neighbour's BGP identifier
     */
    public record ExternalRoute(String name, String at, Asn asn, int length, int med, int localPref, int id) {}

    /** @throws MalformedGraphException if the text is not such a network */
    public static InternalBgp parse(String text) throws MalformedGraphException {
        return new InternalBgpReader().read(text);
    }

    /** The network. */
    public NetworkPlan plan() {
        return plan(MedStage.RFC4271);
    }

    /** The network with another way to look at MED. */
    public NetworkPlan plan(MedStage med) {
        GraphPlan graph = new GraphPlan(decision(med));
        routers.forEach((name, id) -> graph.router(router(name, id)));
        igp.forEach(link -> graph.link(link.a(), link.b(), link.cost()));
        sessions.forEach(session -> connect(graph, session));
        routes.forEach(route -> connect(graph, route));
        return graph.build();
    }

    private static DecisionProcess decision(MedStage med) {
        DecisionProcess clusterListFirst = new DecisionProcess(
                "ibgp",
                DecisionProcess.RFC4271.preferences(),
                ImmutableList.of(
                        Preference.CLUSTER_LIST,
                        Preference.IDENTIFIER,
                        Preference.PEER_ADDRESS,
                        Preference.SESSION_NAME),
                DecisionProcess.RFC4271.multipath());
        return clusterListFirst.withMed(med);
    }

    private GraphRouter router(String name, int id) {
        return new GraphRouter(
                name,
                OWN_AS,
                ROUTER_IDS.plus(id),
                ROUTER_IDS.plus(clusters.getOrDefault(name, id)),
                ImmutableList.of());
    }

    private static void connect(GraphPlan graph, Session session) {
        graph.ibgp(
                session.a(),
                session.b(),
                peer -> peer.nextHopSelf(true)
                        .routeReflectorClient(session.clients().contains(session.b())),
                peer -> peer.nextHopSelf(true)
                        .routeReflectorClient(session.clients().contains(session.a())));
    }

    private static void connect(GraphPlan graph, ExternalRoute route) {
        AsPath behind = route.length() == 1 ? AsPath.EMPTY : AsPath.EMPTY.prepend(FAR_AS, route.length() - 1);
        graph.router(new GraphRouter(
                route.name(),
                route.asn(),
                NEIGHBOUR_IDS.plus(route.id()),
                new Origination(PREFIX, Origin.IGP, behind, ImmutableSet.of())));
        graph.link(route.at(), route.name(), 0);
        graph.ebgp(
                route.at(),
                route.name(),
                peer -> peer.importPolicy(setting("lp", new SetClause.LocalPref(route.localPref()))),
                peer -> peer.exportPolicy(setting("med", new SetClause.Med(route.med())))
                        .importPolicy(Policy.REFUSE_ALL));
    }

    private static Policy setting(String name, SetClause set) {
        return new Policy(
                name,
                ImmutableList.of(
                        new PolicyRule(name, ImmutableList.of(), ImmutableList.of(set), PolicyAction.ACCEPT, "")));
    }
}

package coldpotato.sim.graph;

import coldpotato.bgp.policy.AsPathRegex;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Stable Paths Problem (Griffin, Shepherd and Wilfong, "The stable paths problem and interdomain routing"): each node has
 * a list of the paths to one origin that it permits, best first. In the plan each node is an AS of one router, with eBGP
 * over every edge of a permitted path; what it imports from a neighbour are the permitted paths that begin there, with a
 * local preference by rank.
 *
 * <pre>
 *   origin 0
 *   1: 1-2-0 1-0        node: paths from the node to the origin, best first; what is not named is refused
 *   2: 2-1-0=2-3-0 2-0  '=' for equal rank: the lower next hop goes first
 *   3: 3-0              '#' begins a comment
 * </pre>
 *
 * @param origin the node that all paths lead to
 * @param permitted the paths of each other node, best first
 */
public record StablePaths(String origin, ImmutableMap<String, ImmutableList<ImmutableList<String>>> permitted) {
    /** What the origin announces. */
    public static final Prefix PREFIX = Prefix.parse("192.0.2.0/24");

    /** The first of the ASes that the nodes become, in the order of the text, the origin first. */
    public static final Asn FIRST_AS = new Asn(64512);

    private static final IpAddress FIRST_ID = IpAddress.parse("10.0.0.1");
    private static final long WORST_LOCAL_PREF = 100;

    /** @throws MalformedGraphException if the text is not such a problem */
    public static StablePaths parse(String text) throws MalformedGraphException {
        return new StablePathsReader().read(text);
    }

    /** The network. */
    public NetworkPlan plan() {
        GraphPlan graph = new GraphPlan(DecisionProcess.RFC4271);
        ImmutableBiMap<String, Asn> asns = asns();
        asns.forEach((node, asn) -> graph.router(router(node, asn)));
        for (ImmutableList<String> edge : edges()) {
            String a = edge.get(0);
            String b = edge.get(1);
            graph.link(a, b, 0);
            graph.ebgp(a, b, peer -> peer.importPolicy(ranking(a, b)), peer -> peer.importPolicy(ranking(b, a)));
        }
        return graph.build();
    }

    /** The AS that each node becomes. */
    public ImmutableBiMap<String, Asn> asns() {
        ImmutableBiMap.Builder<String, Asn> asns = ImmutableBiMap.builder();
        long next = FIRST_AS.value();
        for (String node : nodes()) {
            asns.put(node, new Asn(next++));
        }
        return asns.buildOrThrow();
    }

    private ImmutableSet<String> nodes() {
        return ImmutableSet.<String>builder()
                .add(origin)
                .addAll(permitted.keySet())
                .build();
    }

    private GraphRouter router(String node, Asn asn) {
        IpAddress id = FIRST_ID.plus(asn.value() - FIRST_AS.value());
        return node.equals(origin)
                ? new GraphRouter(node, asn, id, Origination.of(PREFIX))
                : new GraphRouter(node, asn, id);
    }

    /** Both ends of every edge that a permitted path uses, sorted. */
    private Set<ImmutableList<String>> edges() {
        Set<ImmutableList<String>> edges = new LinkedHashSet<>();
        permitted.values().stream().flatMap(List::stream).forEach(path -> {
            for (int i = 0; i + 1 < path.size(); i++) {
                edges.add(ImmutableList.sortedCopyOf(path.subList(i, i + 2)));
            }
        });
        return edges;
    }

    /** What a node does to routes of a neighbour: each permitted path has a rule. */
    private Policy ranking(String node, String neighbour) {
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        ImmutableList<ImmutableList<String>> paths = permitted.getOrDefault(node, ImmutableList.of());
        for (int rank = 0; rank < paths.size(); rank++) {
            ImmutableList<String> path = paths.get(rank);
            if (path.get(1).equals(neighbour)) {
                rules.add(rule(path, WORST_LOCAL_PREF + paths.size() - rank));
            }
        }
        return new Policy(node + " from " + neighbour, rules.build());
    }

    private PolicyRule rule(ImmutableList<String> path, long localPref) {
        String asPath = path.stream()
                .skip(1)
                .map(node -> asns().get(node).toString())
                .collect(Collectors.joining("_", "^", "$"));
        return new PolicyRule(
                String.join("-", path),
                ImmutableList.of(new MatchClause.PathMatches(AsPathRegex.compile(asPath))),
                ImmutableList.of(new SetClause.LocalPref(localPref)),
                PolicyAction.ACCEPT,
                "");
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return "origin " + origin + "\n"
                + permitted.entrySet().stream()
                        .map(node -> node.getKey() + ": " + paths(node.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    private static String paths(ImmutableList<ImmutableList<String>> paths) {
        return paths.stream().map(path -> String.join("-", path)).collect(Collectors.joining(" "));
    }
}

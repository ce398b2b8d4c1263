package coldpotato.sim.graph;

import static coldpotato.sim.graph.GraphLines.check;

import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.NumberRange;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.graph.GraphLines.BadLine;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.Origination;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * ASes and who pays whom (the serial-1 format of CAIDA's AS relationships). In the plan each AS is one router that announces
 * a prefix, and all keep to the rules under which routing is known to be stable (Gao and Rexford, "Stable Internet routing
 * without global coordination"): customers before peers before providers; what peers and providers announce is told to
 * customers only. Between equals the lowest neighbour AS wins, for a router's identifier is its AS number.
 *
 * <pre>
 *   # a comment
 *   1|2|-1          1 is a provider of 2
 *   2|3|0           2 and 3 are peers
 * </pre>
 *
 * @param edges in the order of the text
 */
public record AsRelationships(ImmutableList<Edge> edges) {
    /** Most ASes: each announces a /24 of its own. */
    public static final int ASES_MAX = 512;

    private static final IpAddress PREFIXES = IpAddress.parse("198.18.0.0");
    private static final Community FROM_CUSTOMER = Community.of(65535, 1);

    /** Two neighbours: {@code a} is the provider of {@code b}, or they are peers. */
    public record Edge(Asn a, Asn b, boolean peers) {
        /** The name of the link in the plan. */
        public String link() {
            return a + "-" + b;
        }
    }

    /** What a neighbour is to an AS; better ones come first. */
    private enum Role {
        CUSTOMER,
        PEER,
        PROVIDER;

        long localPref() {
            return 300 - 100L * ordinal();
        }
    }

    /** @throws MalformedGraphException if the text is not such a graph */
    public static AsRelationships parse(String text) throws MalformedGraphException {
        Map<ImmutableSortedSet<Asn>, Edge> edges = new LinkedHashMap<>();
        GraphLines.read(text, line -> {
            Edge edge = edge(line);
            Edge before = edges.put(ImmutableSortedSet.of(edge.a(), edge.b()), edge);
            check(before == null, edge.a() + " and " + edge.b() + " are joined twice");
        });
        AsRelationships read = new AsRelationships(ImmutableList.copyOf(edges.values()));
        if (read.ases().size() > ASES_MAX) {
            throw new MalformedGraphException(
                    ImmutableList.of(new GraphMistake(0, "there are more than " + ASES_MAX + " ASes")));
        }
        return read;
    }

    private static Edge edge(String line) throws BadLine {
        List<String> parts = Splitter.on('|').splitToList(line);
        check(parts.size() >= 3, "say: PROVIDER|CUSTOMER|-1, or: PEER|PEER|0");
        check(parts.get(2).equals("-1") || parts.get(2).equals("0"), parts.get(2) + " is neither -1 nor 0");
        Edge edge = new Edge(asn(parts.get(0)), asn(parts.get(1)), parts.get(2).equals("0"));
        check(!edge.a().equals(edge.b()), "AS " + edge.a() + " is joined to itself");
        return edge;
    }

    private static Asn asn(String text) throws BadLine {
        return Asn.tryParse(text)
                .filter(asn -> asn.value() != 0)
                .orElseThrow(() -> new BadLine(text + " is no AS number"));
    }

    /** All ASes, sorted. */
    public ImmutableSortedSet<Asn> ases() {
        return edges.stream()
                .flatMap(edge -> Stream.of(edge.a(), edge.b()))
                .collect(ImmutableSortedSet.toImmutableSortedSet(Asn::compareTo));
    }

    /** What an AS announces. */
    public Prefix prefix(Asn asn) {
        return new Prefix(PREFIXES.plus(256L * ases().asList().indexOf(asn)), 24);
    }

    /** The network; nodes are called by their AS number. */
    public NetworkPlan plan() {
        GraphPlan graph = new GraphPlan(DecisionProcess.RFC4271);
        for (Asn asn : ases()) {
            IpAddress id = IpAddress.ipv4(asn.toInt());
            graph.router(new GraphRouter(asn.toString(), asn, id, Origination.of(prefix(asn))));
        }
        for (Edge edge : edges) {
            String a = edge.a().toString();
            String b = edge.b().toString();
            graph.link(a, b, 0);
            graph.ebgp(
                    a,
                    b,
                    towards(edge.peers() ? Role.PEER : Role.CUSTOMER),
                    towards(edge.peers() ? Role.PEER : Role.PROVIDER));
        }
        return graph.build();
    }

    private static UnaryOperator<PeerConfigBuilder> towards(Role neighbour) {
        return peer -> peer.importPolicy(imports(neighbour)).exportPolicy(exports(neighbour));
    }

    private static Policy imports(Role from) {
        ImmutableList<Community> tag = from == Role.CUSTOMER ? ImmutableList.of(FROM_CUSTOMER) : ImmutableList.of();
        String name = "from " + from;
        return new Policy(
                name,
                ImmutableList.of(new PolicyRule(
                        name,
                        ImmutableList.of(),
                        ImmutableList.of(
                                new SetClause.LocalPref(from.localPref()), new SetClause.Communities(true, tag)),
                        PolicyAction.ACCEPT,
                        "")));
    }

    private static Policy exports(Role to) {
        return to == Role.CUSTOMER
                ? Policy.ACCEPT_ALL
                : new Policy(
                        "to " + to,
                        ImmutableList.of(
                                accept("own", new MatchClause.PathLength(NumberRange.of(0))),
                                accept(
                                        "of customers",
                                        new MatchClause.AnyCommunity(
                                                ImmutableList.of(CommunityPattern.of(FROM_CUSTOMER))))));
    }

    private static PolicyRule accept(String name, MatchClause match) {
        return new PolicyRule(name, ImmutableList.of(match), ImmutableList.of(), PolicyAction.ACCEPT, "");
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return edges.stream()
                .map(edge -> edge.a() + "|" + edge.b() + "|" + (edge.peers() ? "0" : "-1") + "\n")
                .collect(Collectors.joining());
    }
}

package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import coldpotato.sim.node.LinkState.Adjacency;
import coldpotato.sim.node.LinkState.Stub;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpfTest {
    /** A link by its number; the costs of its two directions. */
    record Edge(String a, String b, int costA, int costB) {}

    private static final List<String> NODES = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final long FAR = Long.MAX_VALUE / 4;

    //      b
    //   10/ \10
    //    a   d      a-c-d costs 20 too
    //   10\ /10
    //      c
    @Test
    void sharesOverAllShortestPaths() {
        var database = database(List.of(
                new Edge("a", "b", 10, 10),
                new Edge("a", "c", 10, 10),
                new Edge("b", "d", 10, 10),
                new Edge("c", "d", 10, 10)));

        Spf.Reach reach = Spf.nodes("a", database).get("d");
        assertThat(reach.cost()).isEqualTo(20);
        assertThat(reach.links()).containsExactly("link0", "link1");
    }

    @Test
    void aLinkThatOnlyOneEndTellsOfDoesNotCount() {
        SortedMap<String, LinkState> database = new TreeMap<>();
        database.put("a", new LinkState("a", 1, ImmutableList.of(new Adjacency("link", "b", 1)), ImmutableList.of()));
        database.put("b", new LinkState("b", 1, ImmutableList.of(), ImmutableList.of()));

        assertThat(Spf.nodes("a", database)).containsOnlyKeys("a");
    }

    @Test
    void goesToTheNearestOfTheRoutersThatHaveAPrefix() {
        var database = database(List.of(new Edge("a", "b", 10, 10), new Edge("a", "c", 20, 20)));
        for (String node : List.of("b", "c")) {
            LinkState state = database.get(node);
            database.put(
                    node,
                    new LinkState(
                            node, 1, state.adjacencies(), ImmutableList.of(new Stub(Prefix.parse("10.0.0.0/8"), 1))));
        }

        assertThat(Spf.prefixes("a", database).get(Prefix.parse("10.0.0.0/8")))
                .satisfies(reach -> assertThat(reach.cost()).isEqualTo(11))
                .satisfies(reach -> assertThat(reach.links()).containsExactly("link0"));
    }

    @Property(tries = 300)
    void costsAreThoseOfAllPairsShortestPaths(@ForAll("graphs") List<Edge> edges) {
        Map<String, Map<String, Long>> slow = floydWarshall(edges);
        for (String root : NODES) {
            Map<String, Long> fast = new TreeMap<>();
            Spf.nodes(root, database(edges)).forEach((node, reach) -> fast.put(node, reach.cost()));
            Map<String, Long> expected = new TreeMap<>(slow.get(root));
            expected.values().removeIf(cost -> cost >= FAR);
            assertThat(fast).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void everyFirstLinkLiesOnAShortestPathAndNoneIsMissing(@ForAll("graphs") List<Edge> edges) {
        Map<String, Map<String, Long>> slow = floydWarshall(edges);
        Spf.nodes("a", database(edges)).forEach((node, reach) -> {
            Set<String> expected = new TreeSet<>();
            for (int i = 0; i < edges.size(); i++) {
                for (Adjacency way : ways(edges, i, "a")) {
                    if (!node.equals("a")
                            && way.cost() + slow.get(way.neighbour()).get(node) == reach.cost()) {
                        expected.add(way.link());
                    }
                }
            }
            assertThat(reach.links()).containsExactlyElementsOf(expected);
        });
    }

    @Provide
    Arbitrary<List<Edge>> graphs() {
        Arbitrary<Integer> costs = Arbitraries.integers().between(1, 4);
        return Combinators.combine(Arbitraries.of(NODES), Arbitraries.of(NODES), costs, costs)
                .as(Edge::new)
                .filter(edge -> !edge.a().equals(edge.b()))
                .list()
                .ofMaxSize(14);
    }

    private static List<Adjacency> ways(List<Edge> edges, int index, String node) {
        Edge edge = edges.get(index);
        List<Adjacency> ways = new ArrayList<>();
        if (edge.a().equals(node)) {
            ways.add(new Adjacency("link" + index, edge.b(), edge.costA()));
        }
        if (edge.b().equals(node)) {
            ways.add(new Adjacency("link" + index, edge.a(), edge.costB()));
        }
        return ways;
    }

    private static SortedMap<String, LinkState> database(List<Edge> edges) {
        SortedMap<String, LinkState> database = new TreeMap<>();
        for (String node : NODES) {
            Set<Adjacency> ways = new LinkedHashSet<>();
            for (int i = 0; i < edges.size(); i++) {
                ways.addAll(ways(edges, i, node));
            }
            database.put(node, new LinkState(node, 1, ImmutableList.copyOf(ways), ImmutableList.of()));
        }
        return database;
    }

    private static Map<String, Map<String, Long>> floydWarshall(List<Edge> edges) {
        Map<String, Map<String, Long>> costs = new TreeMap<>();
        for (String from : NODES) {
            costs.put(from, new TreeMap<>());
            NODES.forEach(to -> costs.get(from).put(to, from.equals(to) ? 0 : FAR));
        }
        edges.forEach(edge -> {
            costs.get(edge.a()).merge(edge.b(), (long) edge.costA(), Math::min);
            costs.get(edge.b()).merge(edge.a(), (long) edge.costB(), Math::min);
        });
        for (String via : NODES) {
            for (String from : NODES) {
                for (String to : NODES) {
                    long cost = costs.get(from).get(via) + costs.get(via).get(to);
                    costs.get(from).merge(to, cost, Math::min);
                }
            }
        }
        return costs;
    }
}

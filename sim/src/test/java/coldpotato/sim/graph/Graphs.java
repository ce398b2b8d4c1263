package coldpotato.sim.graph;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random small networks. */
final class Graphs {
    private static final int ASES_MAX = 7;
    private static final int ROUTERS_MAX = 6;

    private Graphs() {}

    /** ASes without a circle of providers: those of a lower number are the providers. */
    static Arbitrary<AsRelationships> asGraphs() {
        return Arbitraries.integers().between(2, ASES_MAX).flatMap(ases -> Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just("")),
                        Tuple.of(3, Arbitraries.just("-1")),
                        Tuple.of(2, Arbitraries.just("0")))
                .list()
                .ofSize(ases * (ases - 1) / 2)
                .filter(relations -> relations.stream().anyMatch(relation -> !relation.isEmpty()))
                .map(relations -> asGraph(ases, relations)));
    }

    private static AsRelationships asGraph(int ases, List<String> relations) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int a = 1; a <= ases; a++) {
            for (int b = a + 1; b <= ases; b++) {
                String relation = relations.get(next++);
                text.append(relation.isEmpty() ? "" : a + "|" + b + "|" + relation + "\n");
            }
        }
        try {
            return AsRelationships.parse(text.toString());
        } catch (MalformedGraphException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connected IGP with a full mesh of iBGP, and equal routes from outside at some of the routers. */
    static Arbitrary<String> fullMeshes() {
        return Arbitraries.integers().between(2, ROUTERS_MAX).flatMap(routers -> Combinators.combine(
                        Arbitraries.integers().between(0, 1000).list().ofSize(routers - 1),
                        Arbitraries.integers().between(1, 9).list().ofSize(routers * (routers - 1) / 2),
                        Arbitraries.of(true, false).list().ofSize(routers * (routers - 1) / 2),
                        Arbitraries.integers()
                                .between(1, routers)
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as((parents, costs, joined, exits) -> fullMesh(routers, parents, costs, joined, List.copyOf(exits))));
    }

    private static String fullMesh(
            int routers, List<Integer> parents, List<Integer> costs, List<Boolean> joined, List<Integer> exits) {
        List<String> lines = new ArrayList<>();
        int pair = 0;
        for (int b = 2; b <= routers; b++) {
            int parent = 1 + parents.get(b - 2) % (b - 1);
            for (int a = 1; a < b; a++, pair++) {
                lines.add("ibgp R" + a + " R" + b);
                if (a == parent || joined.get(pair)) {
                    lines.add("igp R" + a + " R" + b + " " + costs.get(pair));
                }
            }
        }
        for (int exit : exits) {
            lines.add("route exit" + exit + " at R" + exit + " as " + (100 + exit));
        }
        return String.join("\n", lines) + "\n";
    }
}

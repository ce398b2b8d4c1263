package coldpotato.scenarios.report;

import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What somebody wants to see of a network.
 *
 * @param table which table
 * @param node of which nodes, empty for all
 */
public record NodeTable(ShownTable<NodeState> table, Optional<String> node) implements Showing {
    private static final ImmutableMap<String, Function<? super NodeState, ImmutableList<View>>> TABLES =
            ImmutableMap.of(
                    "bgp summary", BgpSummary::views,
                    "bgp", BgpTable::views,
                    "routes", RouteListing::views,
                    "fib", FibListing::views,
                    "sessions", SessionListing::views,
                    "flows", FlowListing::views);

    /** What makes sense without naming a node, and which of all nodes have something to show. */
    private static final ImmutableMap<String, Predicate<NodeState>> OF_ALL_NODES =
            ImmutableMap.of("flows", any -> true, "sessions", NodeState::hasSpeaker);

    /**
     * Finds a table by the words that follow {@code show}.
     *
     * @throws Unanswerable if there is none, or it needs a node
     */
    public static NodeTable of(String words, Optional<String> node) {
        ShownTable<NodeState> table = ShownTable.find(words, TABLES);
        if (node.isEmpty() && !OF_ALL_NODES.containsKey(words)) {
            throw new Unanswerable("show " + words + " needs --node, such as --node ce1");
        }
        return new NodeTable(table, node);
    }

    static ImmutableSet<String> known() {
        return TABLES.keySet();
    }

    /** True for the words of a table, and for those that begin like the ones with a prefix or an address. */
    static boolean knows(String words) {
        return TABLES.containsKey(words) || words.startsWith("bgp ");
    }

    @Override
    public Printable show(SimulatedNetwork network, ImmutableSet<String> external, String scenario, RunTimes times) {
        return new Answer(Answer.SHOW, scenario, times, in(network, external));
    }

    /**
     * Reads it from a network that stands still.
     *
     * @param external routers whose tables others have
     * @throws Unanswerable if the network has no such node, or only such, or none of the nodes knows the destination
     */
    public ImmutableMap<NodeState, ImmutableList<View>> in(SimulatedNetwork network, ImmutableSet<String> external) {
        ImmutableList<NodeState> asked = node.map(name -> NodeState.named(network, name))
                .orElseGet(() -> NodeState.all(network).stream()
                        .filter(OF_ALL_NODES.get(table.words()))
                        .collect(ImmutableList.toImmutableList()));
        ImmutableList<NodeState> known = asked.stream()
                .filter(state -> !external.contains(state.node()))
                .map(state -> state.beside(external))
                .collect(ImmutableList.toImmutableList());
        if (known.isEmpty()) {
            throw new Unanswerable(asked.stream().map(NodeState::node).collect(Collectors.joining(", "))
                    + " is external; ask it itself");
        }
        return table.of(known);
    }
}

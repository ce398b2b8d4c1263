package coldpotato.scenarios.cli;

import coldpotato.scenarios.report.BgpEntry;
import coldpotato.scenarios.report.BgpSummary;
import coldpotato.scenarios.report.BgpTable;
import coldpotato.scenarios.report.Destination;
import coldpotato.scenarios.report.FibListing;
import coldpotato.scenarios.report.FlowListing;
import coldpotato.scenarios.report.NodeState;
import coldpotato.scenarios.report.RouteListing;
import coldpotato.scenarios.report.SessionListing;
import coldpotato.scenarios.report.View;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code show}: tables of a node at a time, as one would see them on a router. */
@Command(
        name = "show",
        header = {
            "Shows the tables of a router at any time of a run.",
            "",
            "  coldpotato show scenarios/catalog/01-*.yaml --at \"cut + 10s\" --node ce1 bgp summary",
            "",
        })
final class ShowCommand implements Callable<Integer> {
    private static final ImmutableMap<String, Function<NodeState, ImmutableList<View>>> TABLES = ImmutableMap.of(
            "bgp summary", BgpSummary::views,
            "bgp", BgpTable::views,
            "routes", RouteListing::views,
            "fib", FibListing::views,
            "sessions", SessionListing::views,
            "flows", FlowListing::views);

    /** What makes sense without naming a node. */
    private static final ImmutableSet<String> OF_ALL_NODES = ImmutableSet.of("flows", "sessions");

    private static final String BGP = "bgp ";

    @ParentCommand
    private Coldpotato root;

    @Mixin
    private NetworkQuestion question;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "WHAT",
            description = "bgp summary, bgp, bgp PREFIX, routes, fib, sessions or flows.")
    private List<String> what;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Function<NodeState, ImmutableList<View>> table = table(String.join(" ", what));
        if (!question.namesNode() && !OF_ALL_NODES.contains(String.join(" ", what))) {
            throw BadInput.of("show " + String.join(" ", what) + " needs --node, such as --node ce1");
        }
        ImmutableList<NodeState> nodes = question.answer(root.terminal().err()).stream()
                .filter(state -> question.namesNode() || hasSomething(state))
                .collect(ImmutableList.toImmutableList());
        Map<NodeState, ImmutableList<View>> views = new LinkedHashMap<>();
        nodes.forEach(state -> views.put(state, table.apply(state)));
        if (views.values().stream().allMatch(List::isEmpty)) {
            throw notInTable(nodes.get(0));
        }
        new Answer(question, json).print(root.terminal().out(), "coldpotato-show", views);
        return ExitCode.HOLDS;
    }

    /** Of all nodes those without BGP have no sessions to show. */
    private boolean hasSomething(NodeState state) {
        return !what.contains("sessions") || state.network().network().hasSpeaker(state.node());
    }

    private Function<NodeState, ImmutableList<View>> table(String words) {
        Function<NodeState, ImmutableList<View>> known = TABLES.get(words);
        if (known != null) {
            return known;
        }
        if (!words.startsWith(BGP)) {
            throw BadInput.unknown("table", words, TABLES.keySet());
        }
        Destination destination = destination();
        return state -> BgpEntry.find(state, destination).map(ImmutableList::of).orElse(ImmutableList.of());
    }

    private Destination destination() {
        String text = String.join(" ", what).substring(BGP.length());
        return Destination.tryParse(text)
                .orElseThrow(() -> BadInput.of("\"" + text + "\" is neither summary nor a prefix nor an address"));
    }

    private BadInput notInTable(NodeState state) {
        return BadInput.of(destination() + " is not in the BGP table of " + state.node() + "; "
                + destination().insteadIn(BgpEntry.known(state)));
    }
}

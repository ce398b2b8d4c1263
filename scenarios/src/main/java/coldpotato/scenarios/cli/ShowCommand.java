package coldpotato.scenarios.cli;

import coldpotato.scenarios.report.BgpEntry;
import coldpotato.scenarios.report.BgpSummary;
import coldpotato.scenarios.report.BgpTable;
import coldpotato.scenarios.report.Destination;
import coldpotato.scenarios.report.FibListing;
import coldpotato.scenarios.report.FlowListing;
import coldpotato.scenarios.report.Json;
import coldpotato.scenarios.report.NodeState;
import coldpotato.scenarios.report.RouteListing;
import coldpotato.scenarios.report.SessionListing;
import coldpotato.scenarios.report.View;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    private static final ImmutableMap<String, Function<NodeState, ImmutableList<View>>> VIEWS = ImmutableMap.of(
            "bgp summary", BgpSummary::views,
            "bgp", BgpTable::views,
            "routes", RouteListing::views,
            "fib", FibListing::views,
            "sessions", SessionListing::views,
            "flows", FlowListing::views);

    @Spec
    private CommandSpec spec;

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
        Function<NodeState, ImmutableList<View>> views = views(String.join(" ", what));
        ImmutableList<NodeState> nodes = question.answer(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, "coldpotato-show", document -> {
                document.writeStringProperty("scenario", question.scenario().name());
                document.writeNumberProperty("time-nanos", nodes.get(0).nowNanos());
                Json.array(document, "nodes", nodes, state -> {
                    document.writeStartObject();
                    document.writeStringProperty("node", state.node());
                    views.apply(state).forEach(view -> view.write(document));
                    document.writeEndObject();
                });
            });
        } else {
            nodes.forEach(state -> print(out, state, views.apply(state)));
        }
        return ExitCode.HOLDS;
    }

    private void print(PrintWriter out, NodeState state, ImmutableList<View> views) {
        out.print(state.node() + " at " + question.times().both(state.nowNanos()) + "\n\n");
        for (View view : views) {
            view.print(out);
            out.print("\n");
        }
    }

    private static Function<NodeState, ImmutableList<View>> views(String words) {
        Function<NodeState, ImmutableList<View>> known = VIEWS.get(words);
        if (known != null) {
            return known;
        }
        if (!words.startsWith("bgp ")) {
            throw BadInput.unknown("table", words, VIEWS.keySet());
        }
        String where = words.substring("bgp ".length());
        Destination destination = Destination.tryParse(where)
                .orElseThrow(() -> BadInput.of("\"" + where + "\" is neither summary nor a prefix nor an address"));
        return state -> BgpEntry.views(state, destination);
    }
}

package coldpotato.scenarios.cli;

import coldpotato.core.net.Prefix;
import coldpotato.scenarios.check.CauseChain;
import coldpotato.scenarios.check.CauseText;
import coldpotato.scenarios.report.Changes;
import coldpotato.scenarios.report.Destination;
import coldpotato.scenarios.report.Explanation;
import coldpotato.scenarios.report.NodeState;
import coldpotato.scenarios.report.View;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code explain}: why a node sends packets to a prefix as it does. */
@Command(
        name = "explain",
        header = {
            "Explains why a router sends packets to a prefix the way it does.",
            "",
            "  coldpotato explain scenarios/catalog/01-*.yaml --at mend --node ce1 --prefix 10.20.0.0/16 --since cut",
            "",
        })
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private Coldpotato root;

    @Mixin
    private NetworkQuestion question;

    @Option(
            names = "--prefix",
            paramLabel = "P",
            required = true,
            description = "A prefix of the tables; an address stands for the longest prefix that holds it.")
    private String prefix;

    @Option(
            names = "--since",
            paramLabel = "T",
            description =
                    "Also tell what changed since then, and because of what: an entry of the timeline, or a time.")
    private String since;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Destination destination = Destination.tryParse(prefix)
                .orElseThrow(() -> BadInput.of("--prefix: \"" + prefix + "\" is neither a prefix nor an address"));
        String node = question.node().orElseThrow(() -> BadInput.of("explain needs --node, such as --node ce1"));
        ImmutableList<NodeState> nodes =
                NodeState.named(question.network(root.terminal().err()), node);
        OptionalLong sinceNanos =
                since == null ? OptionalLong.empty() : OptionalLong.of(question.nanos("--since", since));
        if (sinceNanos.orElse(0) > nodes.get(0).nowNanos()) {
            throw BadInput.of("--since: \"" + since + "\" is after --at, "
                    + question.times().both(nodes.get(0).nowNanos()));
        }
        question.answer("coldpotato-explain", views(nodes, destination, sinceNanos))
                .print(root.terminal().out(), json);
        return ExitCode.HOLDS;
    }

    /** What is to be said, by node; nodes that know nothing of the destination are left out unless none does. */
    private ImmutableMap<NodeState, ImmutableList<View>> views(
            ImmutableList<NodeState> nodes, Destination destination, OptionalLong sinceNanos) {
        Map<NodeState, ImmutableList<View>> views = new LinkedHashMap<>();
        for (NodeState state : nodes) {
            find(state, destination).ifPresent(found -> views.put(state, views(state, found, sinceNanos)));
        }
        if (views.isEmpty()) {
            NodeState first = nodes.get(0);
            throw BadInput.of(first.node() + " knows nothing of " + destination + " at "
                    + question.times().both(first.nowNanos()) + "; "
                    + destination.insteadIn(Explanation.known(first)));
        }
        return ImmutableMap.copyOf(views);
    }

    private ImmutableList<View> views(NodeState state, Prefix found, OptionalLong sinceNanos) {
        ImmutableList.Builder<View> views = ImmutableList.builder();
        views.add(Explanation.of(state, found, question.times()));
        sinceNanos.ifPresent(nanos -> views.add(Changes.since(
                nanos,
                state,
                found,
                new CauseChain(question.scenario(), state.network()),
                new CauseText(question.scenario()),
                question.times())));
        return views.build();
    }

    /** A prefix with a route, or one that is known otherwise, or one that was known before. */
    private static Optional<Prefix> find(NodeState state, Destination destination) {
        return destination
                .in(Explanation.routed(state))
                .or(() -> destination.in(Explanation.known(state)))
                .or(() -> Optional.of(destination.prefix())
                        .filter(prefix -> !Changes.of(state, prefix).isEmpty()));
    }
}

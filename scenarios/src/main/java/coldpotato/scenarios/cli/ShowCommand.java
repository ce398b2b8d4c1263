package coldpotato.scenarios.cli;

import coldpotato.scenarios.report.Answer;
import coldpotato.scenarios.report.NodeTable;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.concurrent.Callable;
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
        NodeTable table = NodeTable.of(String.join(" ", what), question.node());
        SimulatedNetwork network = question.network(root.terminal().err());
        question.answer(Answer.SHOW, table.in(network, ImmutableSet.of()))
                .print(root.terminal().out(), json);
        return ExitCode.HOLDS;
    }
}

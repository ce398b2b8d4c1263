package coldpotato.scenarios.cli;

import coldpotato.scenarios.report.Showing;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code show}: tables of a node at a time, as one would see them on a router, and Azure's own checks. */
@Command(
        name = "show",
        header = {
            "Shows the tables of a router at any time of a run.",
            "",
            "  coldpotato show scenarios/catalog/01-*.yaml --at \"cut + 10s\" --node ce1 bgp summary",
            "  coldpotato show scenarios/catalog/01-*.yaml --at \"cut + 10s\" --node er-ams arp",
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
            description = {
                "Of a router: bgp summary, bgp, bgp PREFIX, routes, fib, sessions or flows.",
                "As Azure shows it, of a circuit: arp, route-table-summary, route-table or stats; of a gateway: learned-routes,"
                        + " advertised-routes or bgp-peer-status; of a virtual network or subnet: effective-routes; of"
                        + " circuits, gateways and connections: metrics; of a flow (its name as --node): traceroute.",
                "Of flows: asymmetry, which come back another way than they go, whether that harms, and what decided each way."
            })
    private List<String> what;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Showing table = Showing.of(String.join(" ", what), question.node());
        SimulatedNetwork network = question.network(root.terminal().err());
        table.show(network, ImmutableSet.of(), question.scenario().name(), question.times())
                .print(root.terminal().out(), json);
        return ExitCode.HOLDS;
    }
}

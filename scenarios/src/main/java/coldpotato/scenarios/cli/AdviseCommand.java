package coldpotato.scenarios.cli;

import coldpotato.scenarios.file.FlowSpec;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimeExpression;
import coldpotato.scenarios.remedy.Advice;
import coldpotato.scenarios.report.AdviceText;
import coldpotato.scenarios.report.RunTimes;
import coldpotato.scenarios.report.Unanswerable;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.Replay;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code advise}: what would mend flows that come back another way than they go. */
@Command(
        name = "advise",
        header = {
            "Says what would have mended flows that come back another way than they go: changes that were rehearsed.",
            "",
            "  coldpotato advise scenarios/catalog/08-*.yaml --at 10m --flow mail",
            "",
        })
final class AdviseCommand implements Callable<Integer> {
    @ParentCommand
    private Coldpotato root;

    @Parameters(index = "0", paramLabel = "FILE", description = "A scenario file.")
    private Path file;

    @Option(
            names = "--at",
            paramLabel = "T",
            defaultValue = TimeExpression.END,
            description = "When the flows are looked at: 10m, cut, \"cut + 10s\", end. Default: end.")
    private String at;

    @Option(names = "--flow", paramLabel = "F", description = "Which flows. Default: all.")
    private String flow;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Mixin
    private ScenarioOptions options;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Scenario scenario = options.read(file);
        long nanos = NetworkQuestion.nanos("--at", at, scenario.times());
        Rehearsal rehearsal = new Rehearsal(scenario, options.choices());
        if (!rehearsal.refusals().isEmpty()) {
            throw BadInput.of("Azure refuses this network, so there is nothing to mend: "
                    + rehearsal.refusals().get(0));
        }
        Replay again = new Replay(options.choices());
        new AdviceText(
                        scenario.name(),
                        new RunTimes(scenario.times().events()),
                        nanos,
                        Advice.ofAll(scenario, nanos, asked(scenario), again))
                .print(root.terminal().out(), json);
        return ExitCode.HOLDS;
    }

    private ImmutableList<String> asked(Scenario scenario) {
        ImmutableList<String> all =
                scenario.flows().stream().map(FlowSpec::name).collect(ImmutableList.toImmutableList());
        if (flow != null && !all.contains(flow)) {
            throw Unanswerable.unknown("flow", flow, all);
        }
        return flow == null ? all : ImmutableList.of(flow);
    }
}

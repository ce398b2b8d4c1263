package coldpotato.scenarios.cli;

import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.scenarios.run.Sensitivity;
import coldpotato.scenarios.run.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code run}: scenario files in, verdicts out. */
@Command(
        name = "run",
        header = {
            "Runs scenarios and says which of their expectations hold, and why.",
            "",
            "  coldpotato run scenarios/catalog/01-*.yaml",
            "",
            "Of several files each gets a line, and what failed is told below; --verbose tells all of all.",
            "",
        },
        footer = {
            "",
            "Exit codes: 0 all expectations hold, 1 some failed, 2 bad input (then nothing is run), 4 routing did not settle",
            "and no expectation says so. Of several files the worst counts."
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Coldpotato root;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files.")
    private List<Path> files;

    @Option(
            names = "--sensitivity",
            description =
                    "Run again with each assumption in use at its other plausible values, and say on which the verdicts"
                            + " hinge.")
    private boolean sensitivity;

    @Mixin
    private RunReports reports;

    @Override
    public Integer call() throws IOException {
        return reports.report(
                root.terminal(),
                files,
                (file, scenario, choices) -> InternalMistake.during(
                        file, new Rehearsal(scenario, choices), rehearsal -> run(rehearsal, choices)));
    }

    private RehearsalResult run(Rehearsal rehearsal, RunChoices choices) {
        RehearsalResult result = rehearsal.run(workers());
        return sensitivity ? result.with(Sensitivity.of(result, choices)) : result;
    }

    /** Several files keep all processors busy already; one may have many seeds. */
    private Workers workers() {
        return files.size() > 1 ? Workers.ONE : new Crew();
    }
}

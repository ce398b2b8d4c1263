package coldpotato.scenarios.cli;

import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.report.JUnitXml;
import coldpotato.scenarios.report.Json;
import coldpotato.scenarios.report.RunJson;
import coldpotato.scenarios.report.RunText;
import coldpotato.scenarios.report.RunText.Detail;
import coldpotato.scenarios.report.Style;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.scenarios.run.TraceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
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

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--trace",
            paramLabel = "OUT.jsonl",
            description =
                    "Write everything that happens, one JSON object in a line; with --verbose BGP messages too. For one"
                            + " scenario only.")
    private Path traceFile;

    @Option(
            names = "--junit",
            paramLabel = "OUT.xml",
            description =
                    "Write the verdicts as JUnit XML: a testsuite for each scenario, a testcase for each expectation.")
    private Path junitFile;

    @Option(names = "--json", description = "For programs: one JSON document.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell of failures only.")
    private boolean quiet;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Map<Path, Scenario> scenarios = read();
        Tally tally = new Tally();
        JUnitXml junit = new JUnitXml();
        if (json) {
            StringWriter text = new StringWriter();
            Json.write(new PrintWriter(text), "coldpotato-run", document -> {
                Json.array(
                        document,
                        "runs",
                        scenarios.entrySet(),
                        each -> rehearse(
                                each.getKey(),
                                each.getValue(),
                                tally,
                                junit,
                                (file, result) -> RunJson.write(document, file.toString(), result)));
                document.writeNumberProperty("exit-code", tally.exitCode());
            });
            root.terminal().out().print(text);
        } else {
            scenarios.forEach((file, scenario) -> rehearse(file, scenario, tally, junit, this::print));
            summary(tally);
        }
        if (junitFile != null) {
            new OutputFile("--junit", junitFile)
                    .write(out -> out.write(junit.finish().getBytes(StandardCharsets.UTF_8)));
        }
        return tally.exitCode();
    }

    /** All scenarios; if anything is wrong with any of them, or with where to write, nothing is run. */
    private Map<Path, Scenario> read() {
        if (traceFile != null && files.size() > 1) {
            throw BadInput.of("--trace takes one scenario, but there are " + files.size());
        }
        checkOutput("--trace", traceFile);
        checkOutput("--junit", junitFile);
        if (traceFile != null && junitFile != null) {
            new OutputFile("--junit", junitFile).checkApartFrom("where --trace writes", traceFile);
        }
        Map<Path, Scenario> scenarios = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        files.forEach(file -> scenarios.put(file, options.read(file, mistakes)));
        if (!mistakes.isEmpty()) {
            throw BadInput.of(mistakes);
        }
        scenarios.values().forEach(this::checkBases);
        return scenarios;
    }

    /** Neither may an output file be one that a scenario extends. */
    private void checkBases(Scenario scenario) {
        for (Path input : scenario.files()) {
            if (traceFile != null) {
                new OutputFile("--trace", traceFile).checkApartFrom("a scenario file", input);
            }
            if (junitFile != null) {
                new OutputFile("--junit", junitFile).checkApartFrom("a scenario file", input);
            }
        }
    }

    private void checkOutput(String option, Path path) {
        if (path != null) {
            OutputFile file = new OutputFile(option, path);
            file.check();
            files.forEach(input -> file.checkApartFrom("a scenario file", input));
        }
    }

    /** Runs one scenario and tells of it; a mistake of ours in it does not keep the others from running. */
    private void rehearse(
            Path file, Scenario scenario, Tally tally, JUnitXml junit, BiConsumer<Path, RehearsalResult> teller) {
        root.terminal().progress("running " + (tally.scenarios() + 1) + "/" + files.size() + " " + file + " ...");
        RehearsalResult result;
        try {
            result = InternalMistake.during(file, new Rehearsal(scenario, choices()), Rehearsal::run);
        } catch (InternalMistake mistake) {
            root.terminal().progress("");
            tally.addBroken();
            junit.addBroken(file.toString(), scenario, mistake.getMessage());
            Coldpotato.failed(root.terminal().err(), mistake, common.verbose());
            return;
        }
        root.terminal().progress("");
        tally.add(result);
        junit.add(file.toString(), result);
        writeTrace(result);
        teller.accept(file, result);
    }

    private RunChoices choices() {
        RunChoices choices = options.choices();
        return traceFile != null && common.verbose() ? choices.withMessages() : choices;
    }

    private void writeTrace(RehearsalResult result) {
        if (traceFile != null) {
            try {
                new OutputFile("--trace", traceFile).write(new TraceFile(result)::write);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void print(Path file, RehearsalResult result) {
        if (!quiet || !result.holds()) {
            new RunText(root.terminal().out(), root.terminal().style(), detail()).print(file.toString(), result);
            root.terminal().out().flush();
        }
    }

    private Detail detail() {
        return quiet ? Detail.FAILURES : common.verbose() ? Detail.EVERYTHING : Detail.USUAL;
    }

    private void summary(Tally tally) {
        Style style = root.terminal().style();
        String text = tally.toString();
        root.terminal().out().print((tally.exitCode() == ExitCode.HOLDS ? style.good(text) : style.bad(text)) + "\n");
    }
}

package coldpotato.scenarios.cli;

import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.report.JUnitXml;
import coldpotato.scenarios.report.Json;
import coldpotato.scenarios.report.RunJson;
import coldpotato.scenarios.report.RunText;
import coldpotato.scenarios.report.RunText.Detail;
import coldpotato.scenarios.report.Style;
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
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scenario files in, verdicts out: what is the same for every command that runs scenarios, however it runs them. */
final class RunReports {

    /** Runs one scenario. */
    @FunctionalInterface
    interface Runner {
        /** @throws InternalMistake if a mistake of ours keeps it from running to its verdicts */
        RehearsalResult run(Path file, Scenario scenario, RunChoices choices);
    }

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

    private Terminal terminal;
    private Runner runner;
    private int count;
    private final Tally tally = new Tally();
    private final JUnitXml junit = new JUnitXml();

    /** Reads all files, runs them and tells of them; returns the exit code. */
    int report(Terminal where, List<Path> files, Runner how) throws IOException {
        terminal = where;
        runner = how;
        count = files.size();
        Map<Path, Scenario> scenarios = read(files);
        if (json) {
            printJson(scenarios);
        } else {
            scenarios.forEach((file, scenario) -> rehearse(file, scenario, this::print));
            summary();
        }
        if (junitFile != null) {
            new OutputFile("--junit", junitFile)
                    .write(out -> out.write(junit.finish().getBytes(StandardCharsets.UTF_8)));
        }
        return tally.exitCode();
    }

    boolean isQuiet() {
        return quiet;
    }

    private void printJson(Map<Path, Scenario> scenarios) {
        StringWriter text = new StringWriter();
        Json.write(new PrintWriter(text), "coldpotato-run", document -> {
            Json.array(
                    document,
                    "runs",
                    scenarios.entrySet(),
                    each -> rehearse(
                            each.getKey(),
                            each.getValue(),
                            (file, result) -> RunJson.write(document, file.toString(), result)));
            document.writeNumberProperty("exit-code", tally.exitCode());
        });
        terminal.out().print(text);
    }

    /** All scenarios; if anything is wrong with any of them, or with where to write, nothing is run. */
    private Map<Path, Scenario> read(List<Path> files) {
        if (traceFile != null && files.size() > 1) {
            throw BadInput.of("--trace takes one scenario, but there are " + files.size());
        }
        checkOutput("--trace", traceFile, files);
        checkOutput("--junit", junitFile, files);
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

    private static void checkOutput(String option, Path path, List<Path> files) {
        if (path != null) {
            OutputFile file = new OutputFile(option, path);
            file.check();
            files.forEach(input -> file.checkApartFrom("a scenario file", input));
        }
    }

    /** Runs one scenario and tells of it; a mistake of ours in it does not keep the others from running. */
    private void rehearse(Path file, Scenario scenario, BiConsumer<Path, RehearsalResult> teller) {
        terminal.progress("running " + (tally.scenarios() + 1) + "/" + count + " " + file + " ...");
        RehearsalResult result;
        try {
            result = runner.run(file, scenario, choices());
        } catch (InternalMistake mistake) {
            terminal.progress("");
            tally.addBroken();
            junit.addBroken(file.toString(), scenario, mistake.getMessage());
            Coldpotato.failed(terminal.err(), mistake, common.verbose());
            return;
        }
        terminal.progress("");
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
            new RunText(terminal.out(), terminal.style(), detail()).print(file.toString(), result);
            terminal.out().flush();
        }
    }

    private Detail detail() {
        return quiet ? Detail.FAILURES : common.verbose() ? Detail.EVERYTHING : Detail.USUAL;
    }

    private void summary() {
        Style style = terminal.style();
        String text = tally.toString();
        terminal.out().print((tally.exitCode() == ExitCode.HOLDS ? style.good(text) : style.bad(text)) + "\n");
    }
}

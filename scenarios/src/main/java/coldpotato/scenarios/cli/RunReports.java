package coldpotato.scenarios.cli;

import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.report.JUnitXml;
import coldpotato.scenarios.report.Json;
import coldpotato.scenarios.report.RunJson;
import coldpotato.scenarios.report.RunList;
import coldpotato.scenarios.report.RunText;
import coldpotato.scenarios.report.RunText.Detail;
import coldpotato.scenarios.report.Style;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.scenarios.run.TraceFile;
import com.google.common.collect.ImmutableMap;
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
    private int count;
    private final Tally tally = new Tally();
    private final JUnitXml junit = new JUnitXml();

    /** Reads all files, runs them and tells of them; returns the exit code. */
    int report(Terminal where, List<Path> files, Runner how) throws IOException {
        terminal = where;
        count = files.size();
        Map<Path, Scenario> scenarios = read(files);
        try (Ahead<Ran> runs = new Ahead<>(tasks(scenarios, how))) {
            tell(scenarios, runs);
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

    /**
     * A run that is over.
     *
     * @param tookNanos by the clock on the wall
     */
    private record Ran(RehearsalResult result, long tookNanos) {
        static Ran by(Runner runner, Path file, Scenario scenario, RunChoices choices) {
            long begin = System.nanoTime();
            RehearsalResult result = runner.run(file, scenario, choices);
            return new Ran(result, System.nanoTime() - begin);
        }
    }

    /** Tells of one run. */
    @FunctionalInterface
    private interface Teller {
        void tell(Path file, Ran ran);
    }

    private List<Callable<Ran>> tasks(Map<Path, Scenario> scenarios, Runner runner) {
        List<Callable<Ran>> tasks = new ArrayList<>();
        scenarios.forEach((file, scenario) -> tasks.add(() -> Ran.by(runner, file, scenario, choices())));
        return tasks;
    }

    private void tell(Map<Path, Scenario> scenarios, Ahead<Ran> runs) {
        if (json) {
            printJson(scenarios, runs);
        } else if (count > 1 && !quiet && !common.verbose()) {
            printList(scenarios, runs);
            summary();
        } else {
            scenarios.forEach((file, scenario) -> take(file, scenario, runs, this::print));
            summary();
        }
    }

    private void printList(Map<Path, Scenario> scenarios, Ahead<Ran> runs) {
        ImmutableMap<Path, String> names = ShortNames.of(scenarios.keySet());
        RunList list =
                new RunList(terminal.out(), terminal.style(), names.values().asList(), terminal.showsProgress());
        scenarios.forEach((file, scenario) -> {
            String name = names.get(file);
            boolean told = take(
                    file, scenario, runs, (path, ran) -> list.add(name, path.toString(), ran.result, ran.tookNanos));
            if (!told) {
                list.addBroken(name);
            }
        });
        list.finish();
    }

    private void printJson(Map<Path, Scenario> scenarios, Ahead<Ran> runs) {
        StringWriter text = new StringWriter();
        Json.write(new PrintWriter(text), "coldpotato-run", document -> {
            Json.array(
                    document,
                    "runs",
                    scenarios.entrySet(),
                    each -> take(
                            each.getKey(),
                            each.getValue(),
                            runs,
                            (file, ran) -> RunJson.write(document, file.toString(), ran.result)));
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
        readAll(files, scenarios, mistakes);
        if (!mistakes.isEmpty()) {
            throw BadInput.of(mistakes);
        }
        scenarios.values().forEach(this::checkBases);
        return scenarios;
    }

    private void readAll(List<Path> files, Map<Path, Scenario> scenarios, List<Mistake> mistakes) {
        List<Callable<Read>> tasks =
                files.stream().<Callable<Read>>map(file -> () -> read(file)).toList();
        try (Ahead<Read> reads = new Ahead<>(tasks)) {
            for (Path file : files) {
                Read read = reads.next();
                mistakes.addAll(read.mistakes);
                scenarios.put(file, read.scenario);
            }
        }
    }

    /**
     * A file that was read.
     *
     * @param scenario null if there are mistakes
     */
    private record Read(Scenario scenario, List<Mistake> mistakes) {}

    private Read read(Path file) {
        List<Mistake> mistakes = new ArrayList<>();
        Scenario scenario = options.read(file, mistakes);
        return new Read(scenario, mistakes);
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

    /** Waits for one run and tells of it; false if a mistake of ours ended it, which does not keep the others from running. */
    private boolean take(Path file, Scenario scenario, Ahead<Ran> runs, Teller teller) {
        terminal.progress("running " + (tally.scenarios() + 1) + "/" + count + " " + file + " ...");
        Ran ran;
        try {
            ran = runs.next();
        } catch (InternalMistake mistake) {
            terminal.progress("");
            tally.addBroken();
            junit.addBroken(file.toString(), scenario, mistake.getMessage());
            Coldpotato.failed(terminal.err(), mistake, common.verbose());
            return false;
        }
        terminal.progress("");
        tally.add(ran.result);
        junit.add(file.toString(), ran.result);
        writeTrace(ran.result);
        teller.tell(file, ran);
        return true;
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

    private void print(Path file, Ran ran) {
        if (!quiet || !ran.result.holds()) {
            new RunText(terminal.out(), terminal.style(), detail()).print(file.toString(), ran.result);
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

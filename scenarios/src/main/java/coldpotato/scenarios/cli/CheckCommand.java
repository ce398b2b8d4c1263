package coldpotato.scenarios.cli;

import coldpotato.core.azure.rules.Advice;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.report.Json;
import coldpotato.scenarios.run.Rehearsal;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JsonGenerator;

/** {@code check}: reads scenario files and compiles their networks, but runs nothing. */
@Command(
        name = "check",
        header = {
            "Checks scenario files without running them: every mistake with its place and how to mend it.",
            "",
            "  coldpotato check scenarios/catalog/*.yaml",
            "",
        })
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private Coldpotato root;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files.")
    private List<Path> files;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--json", description = "For programs: one JSON document.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell of mistakes only.")
    private boolean quiet;

    @Mixin
    private CommonOptions common;

    /**
     * What is to be said of a file.
     *
     * @param mistakes of the user
     * @param refusals of Azure, which are no mistakes: a scenario may expect them
     * @param advice about what Azure takes and is unwise
     */
    private record Checked(
            Path file,
            ImmutableList<Mistake> mistakes,
            ImmutableList<Refusal> refusals,
            ImmutableList<Advice> advice) {}

    @Override
    public Integer call() {
        List<Checked> all = files.stream().map(this::check).toList();
        if (json) {
            Json.write(
                    root.terminal().out(),
                    "coldpotato-check",
                    document -> Json.array(document, "files", all, checked -> write(document, checked)));
        } else {
            all.forEach(this::print);
        }
        return all.stream().allMatch(checked -> checked.mistakes().isEmpty()) ? ExitCode.HOLDS : ExitCode.BAD_INPUT;
    }

    private Checked check(Path file) {
        List<Mistake> mistakes = new ArrayList<>();
        Scenario scenario = options.read(file, mistakes);
        return scenario == null
                ? new Checked(file, ImmutableList.copyOf(mistakes), ImmutableList.of(), ImmutableList.of())
                : new Checked(
                        file,
                        ImmutableList.copyOf(mistakes),
                        new Rehearsal(scenario, options.choices()).refusals(),
                        Advice.on(scenario.network()));
    }

    private void print(Checked checked) {
        checked.mistakes().forEach(mistake -> root.terminal().err().print(mistake + "\n"));
        if (checked.mistakes().isEmpty() && !quiet) {
            root.terminal().out().print(checked.file() + ": ok\n");
            checked.refusals()
                    .forEach(refusal -> root.terminal().out().print("  Azure would refuse " + refusal + "\n"));
            checked.advice().forEach(advice -> root.terminal().out().print("  unwise: " + advice + "\n"));
        }
    }

    private static void write(JsonGenerator document, Checked checked) {
        document.writeStartObject();
        document.writeStringProperty("file", checked.file().toString());
        document.writeBooleanProperty("ok", checked.mistakes().isEmpty());
        Json.array(document, "mistakes", checked.mistakes(), mistake -> {
            document.writeStartObject();
            document.writeStringProperty("file", mistake.place().source().path());
            document.writeNumberProperty("line", mistake.place().line());
            document.writeNumberProperty("column", mistake.place().column());
            document.writeStringProperty("message", mistake.message());
            document.writeEndObject();
        });
        Json.texts(document, "refusals", checked.refusals());
        Json.texts(document, "advice", checked.advice());
        document.writeEndObject();
    }
}

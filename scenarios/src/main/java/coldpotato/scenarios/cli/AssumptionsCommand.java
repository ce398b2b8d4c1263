package coldpotato.scenarios.cli;

import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.Conflicts;
import coldpotato.core.azure.grounds.Settled;
import coldpotato.scenarios.report.Json;
import coldpotato.scenarios.report.Table;
import coldpotato.scenarios.report.Table.Column;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assumptions}: what is assumed where the documents say nothing. */
@Command(
        name = "assumptions",
        header = {
            "Lists what is assumed where the documents are silent or contradict each other: value, plausible range, and what",
            "there is to go by. --assume documents=DATE takes what the documents of a day said.",
            "",
            "  coldpotato assumptions",
            "  coldpotato run scenarios/catalog/01-*.yaml --assume worst --assume msee-mrai=30s",
            "  coldpotato run scenarios/catalog/02-*.yaml --sensitivity",
            "",
        })
final class AssumptionsCommand implements Callable<Integer> {
    @ParentCommand
    private Coldpotato root;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A scenario file, whose values are shown.")
    private Path file;

    @Option(names = "--json", description = "For programs: one JSON document.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        AssumptionValues values = file == null
                ? AssumptionValues.USUAL
                : new ScenarioOptions().read(file).network().assumptions();
        PrintWriter out = root.terminal().out();
        Table table = table(values);
        if (json) {
            Json.write(out, "coldpotato-assumptions", document -> {
                document.writeName("assumptions");
                table.write(document);
                document.writeName("conflicts");
                readings().write(document);
                document.writeName("settled");
                settled().write(document);
            });
        } else {
            table.print(out);
            Assumptions.catalogue().all().forEach(assumption -> explain(out, assumption));
            out.print("\nWhere documents contradict each other, and since when they say what\n\n");
            readings().print(out);
            out.print("\nSettled without a choice, or not modelled\n");
            Settled.all().forEach(each -> out.print("\n" + each.topic() + "\n  " + each.reading() + "\n"));
        }
        return ExitCode.HOLDS;
    }

    private static Table table(AssumptionValues values) {
        Table table = new Table(
                Column.text("name", "Assumption"),
                Column.text("value", "In use"),
                Column.text("", ""),
                Column.text("usual", "Usual"),
                Column.text("best", "Best"),
                Column.text("worst", "Worst"),
                Column.textForPrograms("meaning"),
                Column.textForPrograms("basis"));
        for (Assumption assumption : Assumptions.catalogue().all()) {
            String value = values.text(assumption);
            table.row(
                    assumption.name(),
                    value,
                    value.equals(assumption.usual()) ? "" : "set",
                    assumption.usual(),
                    assumption.best(),
                    assumption.worst(),
                    assumption.meaning(),
                    assumption.basis());
        }
        return table;
    }

    private static Table readings() {
        Table table = new Table(
                Column.text("assumption", "Assumption"),
                Column.text("since", "Since"),
                Column.text("value", "Value"),
                Column.text("", ""),
                Column.text("source", "Source"));
        Conflicts.all().forEach(conflict -> conflict.readings()
                .forEach(reading -> table.row(
                        conflict.assumption().name(),
                        reading.since().toString(),
                        reading.value(),
                        reading.value().equals(conflict.assumption().usual()) ? "used" : "",
                        reading.source())));
        return table;
    }

    private static Table settled() {
        Table table = new Table(Column.text("topic", "Topic"), Column.text("reading", "Reading"));
        Settled.all().forEach(each -> table.row(each.topic(), each.reading()));
        return table;
    }

    private static void explain(PrintWriter out, Assumption assumption) {
        out.print("\n" + assumption.name() + "\n  " + assumption.meaning() + "\n  Basis: " + assumption.basis() + "\n");
    }
}

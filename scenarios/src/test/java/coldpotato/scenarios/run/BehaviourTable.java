package coldpotato.scenarios.run;

import coldpotato.scenarios.file.DocumentedBehaviour;
import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which file of the catalog shows which documented behaviour, and what happens in each, as the runs give it. */
final class BehaviourTable {
    static final String BEGIN = "<!-- behaviours: made from the runs of the catalog, see CatalogTest -->\n";
    static final String END = "<!-- end of behaviours -->";

    private BehaviourTable() {}

    /** A README with the table in its place. */
    static String in(String readme, ImmutableList<CatalogRun> runs) {
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(0, begin) + text(runs) + readme.substring(readme.indexOf(END));
    }

    private static String text(ImmutableList<CatalogRun> runs) {
        StringBuilder text =
                new StringBuilder("\n| | what is documented | where | shown by | verdict |\n|---|---|---|---|---|\n");
        for (DocumentedBehaviour behaviour : DocumentedBehaviour.values()) {
            text.append(row(behaviour, shownBy(behaviour, runs)));
        }
        text.append("\n### All files\n");
        Chapter.of(runs).forEach((chapter, files) -> text.append(chapter(chapter, files)));
        return text.append("\n").toString();
    }

    private static String chapter(Chapter chapter, Iterable<CatalogRun> runs) {
        StringBuilder text = new StringBuilder("\n**" + chapter.title() + "**\n\n");
        text.append("| | what happens | verdict |\n|---|---|---|\n");
        runs.forEach(run -> text.append(
                "| " + run.link() + " | **" + run.title() + ".** " + run.about() + " | " + run.verdict() + " |\n"));
        return text.toString();
    }

    static ImmutableList<CatalogRun> shownBy(DocumentedBehaviour behaviour, ImmutableList<CatalogRun> runs) {
        return runs.stream()
                .filter(run -> run.behaviours().contains(behaviour))
                .collect(ImmutableList.toImmutableList());
    }

    private static String row(DocumentedBehaviour behaviour, ImmutableList<CatalogRun> runs) {
        return "| " + behaviour + " | " + behaviour.sentence() + " | " + String.join(", ", behaviour.sources()) + " | "
                + each(runs, CatalogRun::link) + " | "
                + each(runs, CatalogRun::verdict) + " |\n";
    }

    private static String each(ImmutableList<CatalogRun> runs, Function<CatalogRun, String> text) {
        return runs.stream().map(text).collect(Collectors.joining("<br>"));
    }
}

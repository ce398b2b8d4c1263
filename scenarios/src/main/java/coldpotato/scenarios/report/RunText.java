package coldpotato.scenarios.report;

import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.check.RunOutcome;
import coldpotato.scenarios.check.TimeText;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.DocumentedBehaviour;
import coldpotato.scenarios.run.RehearsalResult;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run for people: what happened, what was expected, what was found and why, and what all of it rests on. */
public final class RunText {
    private static final String INDENT = "  ";
    private static final int LINE_LENGTH_MAX = 110;
    private static final int LINES_IF_OK = 2;
    private static final int LINES_IF_FAILED = 15;
    private static final int MOMENTS_SHOWN = 20;

    /** How much is told. */
    public enum Detail {
        /** Failures only. */
        FAILURES,
        /** What one wants to read. */
        USUAL,
        /** All reasons in full. */
        EVERYTHING
    }

    private final PrintWriter out;
    private final Style style;
    private final Detail detail;
    private final LabelledLines lines;

    public RunText(PrintWriter out, Style style, Detail detail) {
        this.out = out;
        this.style = style;
        this.detail = detail;
        lines = new LabelledLines(out, style);
    }

    /** Prints one run. */
    public void print(String file, RehearsalResult result) {
        line(style.title(printable(result.scenario().name())));
        String where = result.stage().isEmpty() ? "" : ", " + result.stage();
        line(style.faint(file + ", seed " + result.seed() + where));
        if (detail != Detail.FAILURES) {
            broken(result);
            happened(result);
        }
        verdicts(result);
        if (detail != Detail.FAILURES) {
            rest(result);
        }
        line("");
    }

    /** Control characters of a name would be obeyed by terminals. */
    static String printable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .forEach(c ->
                        text.append(Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c)));
        return text.toString();
    }

    private void broken(RehearsalResult result) {
        if (!result.scenario().flows().isEmpty() && result.network().isPresent()) {
            line("");
            line("What broke");
            RunTimes times = new RunTimes(result.scenario().times().events());
            new ReviewText(lines, style, times, FlowSides.of(result.scenario())).print(result);
        }
    }

    private void happened(RehearsalResult result) {
        if (result.moments().isEmpty()) {
            return;
        }
        RunTimes times = new RunTimes(result.scenario().times().events());
        Table table = new Table(Table.Column.number("", ""), Table.Column.text("", ""), Table.Column.text("", ""))
                .indented(INDENT);
        int shown = detail == Detail.EVERYTHING ? Integer.MAX_VALUE : MOMENTS_SHOWN;
        result.moments().stream()
                .limit(shown)
                .forEach(moment ->
                        table.row(TimeText.of(moment.timeNanos()), times.since(moment.timeNanos()), moment.text()));
        line("");
        line("What happened");
        table.print(out);
        if (result.moments().size() > shown) {
            line(INDENT + more(result.moments().size() - shown));
        }
    }

    private void verdicts(RehearsalResult result) {
        List<Verdict> shown = result.verdicts().stream()
                .filter(verdict -> detail != Detail.FAILURES || verdict.failed())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        line("");
        line("What was expected");
        shown.forEach(verdict -> verdict(verdict, result));
    }

    private void verdict(Verdict verdict, RehearsalResult result) {
        String mark =
                switch (verdict.judgement()) {
                    case HOLDS -> style.good("ok") + "      ";
                    case FAILED -> style.bad("FAILED") + "  ";
                    case NOT_JUDGED -> style.faint("-") + "       ";
                };
        String place = verdict.failed()
                ? verdict.place().map(at -> style.faint("  " + at)).orElse("")
                : "";
        line(INDENT + mark + style.title(verdict.name()) + place);
        lines.labelled("expected", ImmutableList.of(verdict.expected()));
        lines.labelled("found", ImmutableList.of(verdict.found()));
        lines.labelled("why", why(verdict));
        lines.labelled("rests on", assumptions(verdict));
        result.sensitivity().ifPresent(found -> lines.labelled("varied", found.of(verdict)));
    }

    /** What decided rests on these, as far as it is worth telling: one line of names unless it failed or all is to be told. */
    private List<String> assumptions(Verdict verdict) {
        List<String> values = texts(verdict.assumptions()).toList();
        if (values.isEmpty()) {
            return ImmutableList.of();
        }
        int linesMax = detail == Detail.EVERYTHING || verdict.failed() ? Integer.MAX_VALUE : 1;
        return shortened(wrapped(values), linesMax);
    }

    /** The reasons, shortened unless all is to be told. */
    private List<String> why(Verdict verdict) {
        int linesMax =
                detail == Detail.EVERYTHING ? Integer.MAX_VALUE : verdict.failed() ? LINES_IF_FAILED : LINES_IF_OK;
        return shortened(CausesText.lines(verdict.why()), linesMax);
    }

    /** The first lines; what is left out is counted behind the last of them. */
    private List<String> shortened(List<String> texts, int linesMax) {
        if (texts.size() <= linesMax) {
            return texts;
        }
        List<String> shortened = new ArrayList<>(texts.subList(0, linesMax - 1));
        shortened.add(texts.get(linesMax - 1) + style.faint(" " + more(texts.size() - linesMax)));
        return shortened;
    }

    private static String more(int lines) {
        return "... " + lines + " more with --verbose";
    }

    private void rest(RehearsalResult result) {
        if (!(result.outcome() instanceof RunOutcome.Completed)) {
            line("");
            line("The run " + result.outcome() + ".");
        }
        ImmutableList<String> surprises =
                result.sensitivity().map(found -> found.surprises(result)).orElse(ImmutableList.of());
        if (!surprises.isEmpty()) {
            line("");
            line("With other values of assumptions also");
            surprises.forEach(text -> line(INDENT + text));
        }
        ImmutableList<String> assumptions = assumptions(result);
        if (!assumptions.isEmpty()) {
            line("");
            line("Rests on these assumptions, which no document settles (coldpotato assumptions explains them)");
            wrapped(assumptions).forEach(text -> line(INDENT + text));
        }
        if (!result.scenario().lesson().isEmpty()) {
            line("");
            line("Lesson: " + result.scenario().lesson());
        }
        result.scenario().behaviours().forEach(this::behaviour);
    }

    private void behaviour(DocumentedBehaviour shown) {
        line(shown + ": " + shown.sentence() + style.faint(" " + String.join(", ", shown.sources())));
    }

    /** The items in as few lines as are not too long. */
    private static List<String> wrapped(List<String> items) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String item : items) {
            if (line.length() > 0 && line.length() + item.length() > LINE_LENGTH_MAX) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(item).append("  ");
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Each as {@code name=value}. */
    static ImmutableList<String> assumptions(RehearsalResult result) {
        return texts(result.assumptions()).collect(ImmutableList.toImmutableList());
    }

    /** First those with another value than the usual one, which is told beside it. */
    private static Stream<String> texts(ImmutableMap<String, String> values) {
        Map<Boolean, List<String>> byUse = values.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        entry -> isUsual(entry.getKey(), entry.getValue()),
                        Collectors.mapping(entry -> text(entry.getKey(), entry.getValue()), Collectors.toList())));
        return Stream.concat(byUse.get(false).stream(), byUse.get(true).stream());
    }

    private static String text(String name, String value) {
        return name + "=" + value
                + (isUsual(name, value)
                        ? ""
                        : " (usual " + Assumptions.catalogue().get(name).usual() + ")");
    }

    private static boolean isUsual(String name, String value) {
        return Assumptions.catalogue().get(name).usual().equals(value);
    }

    private void line(String text) {
        out.print(text + "\n");
    }
}

package coldpotato.scenarios.report;

import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.report.RunText.Detail;
import coldpotato.scenarios.run.RehearsalResult;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/**
 * Many runs on one screen: a line for each as soon as it is over, two beside each other if there would be too many lines; below
 * them what failed.
 */
public final class RunList {
    /** As many lines as a screen has; more come in two columns. */
    private static final int LINES_MAX = 45;

    /** As long as names may be where two columns stand in 120 characters. */
    private static final int NAME_LENGTH_MAX = 34;

    private static final int MARK_WIDTH = 8;
    private static final int COUNT_WIDTH = 9;
    private static final String ELLIPSIS = "..";
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final Style style;
    private final boolean timed;
    private final boolean inTwoColumns;
    private final int nameWidth;
    private final StringWriter failures = new StringWriter();
    private final RunText failure;
    private int cells;

    /**
     * @param names what the runs will be called, in their order
     * @param timed whether to tell how long each took, which no two runs agree on
     */
    public RunList(PrintWriter out, Style style, ImmutableList<String> names, boolean timed) {
        this.out = out;
        this.style = style;
        this.timed = timed;
        this.inTwoColumns = names.size() > LINES_MAX;
        this.nameWidth =
                names.stream().map(this::shown).mapToInt(String::length).max().orElse(0) + 2;
        this.failure = new RunText(new PrintWriter(failures), style, Detail.FAILURES);
    }

    /** Tells of a run. */
    public void add(String name, String file, RehearsalResult result, long tookNanos) {
        String count = Strings.padEnd(count(result), COUNT_WIDTH, ' ');
        String time = timed ? String.format(Locale.ROOT, "%5.1fs", tookNanos / NANOS_PER_SECOND) : "";
        String title = inTwoColumns
                ? ""
                : "  " + style.faint(RunText.printable(result.scenario().name()));
        if (result.holds()) {
            cell(style.good(padded("ok")), name, count + time + title);
        } else {
            cell(style.bad(padded("FAILED")), name, count + time + title);
            failure.print(file, result);
        }
    }

    private static String count(RehearsalResult result) {
        int expected = result.verdicts().size();
        return expected == 0
                ? "nothing"
                : result.verdicts().stream().filter(Verdict::holds).count() + " of " + expected;
    }

    /** Tells of a run that a mistake of ours kept from its end. */
    public void addBroken(String name) {
        cell(style.bad(padded("BROKEN")), name, Strings.repeat(" ", COUNT_WIDTH));
    }

    private static String padded(String mark) {
        return Strings.padEnd(mark, MARK_WIDTH, ' ');
    }

    private void cell(String mark, String name, String rest) {
        String text = mark + Strings.padEnd(shown(name), nameWidth, ' ') + rest;
        cells++;
        out.print(isLineOpen() ? text + "  " : text.stripTrailing() + "\n");
        out.flush();
    }

    private String shown(String name) {
        return inTwoColumns && name.length() > NAME_LENGTH_MAX
                ? name.substring(0, NAME_LENGTH_MAX - ELLIPSIS.length()) + ELLIPSIS
                : name;
    }

    private boolean isLineOpen() {
        return inTwoColumns && cells % 2 == 1;
    }

    /** Ends the list, and tells what failed. */
    public void finish() {
        out.print(isLineOpen() ? "\n\n" : "\n");
        out.print(failures);
    }
}

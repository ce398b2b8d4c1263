package coldpotato.scenarios.report;

import com.google.common.base.Strings;
import java.io.PrintWriter;
import java.util.List;

/** What is told of one thing after another: a line that says what it is, and below it lines with a label. */
final class LabelledLines {
    private static final String INDENT = "  ";
    private static final String DEEP = "          ";
    private static final int LABEL_WIDTH = 10;

    private final PrintWriter out;
    private final Style style;

    LabelledLines(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** A line that lines with labels follow. */
    void headline(String text) {
        out.print(INDENT + text + "\n");
    }

    /** Lines of which the first has the label; none if there are no texts. */
    void labelled(String label, List<String> texts) {
        String before = Strings.padEnd(label, LABEL_WIDTH - 1, ' ') + " ";
        for (String text : texts) {
            out.print(DEEP + style.faint(before) + text + "\n");
            before = Strings.repeat(" ", LABEL_WIDTH);
        }
    }
}

package coldpotato.scenarios.cli;

import coldpotato.scenarios.report.Style;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err messages and progress
 * @param style of the text
 * @param showsProgress true if somebody watches {@code err}
 */
record Terminal(PrintWriter out, PrintWriter err, Style style, boolean showsProgress) {

    /** Streams that nobody watches, such as those of a pipe or a test. */
    static Terminal plain(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, Style.PLAIN, false);
    }

    /** The streams of the process; NO_COLOR and TERM=dumb are respected. */
    static Terminal of(PrintWriter out, PrintWriter err) {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean watched = System.console() != null && !dumb;
        return new Terminal(out, err, watched && Ansi.AUTO.enabled() ? Style.ANSI : Style.PLAIN, watched);
    }

    /** Says what is being done, in place of what was said before; nothing if nobody watches. */
    void progress(String text) {
        if (showsProgress) {
            err.print("\r\u001b[K" + text);
            err.flush();
        }
    }
}

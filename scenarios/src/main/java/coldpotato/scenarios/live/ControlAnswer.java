package coldpotato.scenarios.live;

import coldpotato.scenarios.report.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a running process answers.
 *
 * @param outcome what became of the request
 * @param text what was asked for, or why it cannot be had; lines end with a line feed
 */
public record ControlAnswer(Outcome outcome, String text) {

    private static final String JSON = "json";

    /** What became of a request. */
    public enum Outcome {
        /** It was done, or the question is answered. */
        DONE,
        /** It cannot be done as asked; nothing was changed. */
        REFUSED,
        /** A mistake of ours. */
        FAILED
    }

    public static ControlAnswer done(String text) {
        return new ControlAnswer(Outcome.DONE, text);
    }

    /** What somebody wants to see, as text, or as a document if the request asks for one. */
    static ControlAnswer shown(ControlRequest request, Printable what) {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written);
        what.print(out, request.has(JSON));
        out.flush();
        return done(written.toString());
    }

    /** @param line what is wrong with the request, and how to mend it */
    public static ControlAnswer refused(String line) {
        return new ControlAnswer(Outcome.REFUSED, line + "\n");
    }

    static ControlAnswer failed(Throwable mistake) {
        return new ControlAnswer(Outcome.FAILED, mistake + "\n");
    }
}

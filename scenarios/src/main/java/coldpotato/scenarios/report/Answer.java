package coldpotato.scenarios.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.PrintWriter;

/**
 * What there is to be seen of some routers at a time.
 *
 * @param format of the document for programs, such as {@link #SHOW}
 * @param scenario that they are part of, empty for none
 * @param times of its run
 * @param views by router
 */
public record Answer(
        String format, String scenario, RunTimes times, ImmutableMap<? extends BgpState, ImmutableList<View>> views)
        implements Printable {

    /** The format of what {@code show} shows. */
    public static final String SHOW = "coldpotato-show";

    @Override
    public void print(PrintWriter out) {
        views.forEach((state, parts) -> print(out, state, parts));
    }

    private void print(PrintWriter out, BgpState state, ImmutableList<View> parts) {
        out.print(state.node() + " at " + times.both(state.nowNanos()) + "\n\n");
        if (parts.isEmpty()) {
            out.print("nothing\n\n");
        }
        for (View part : parts) {
            part.print(out);
            out.print("\n");
        }
    }

    @Override
    public void write(PrintWriter out) {
        Json.write(out, format, document -> {
            if (!scenario.isEmpty()) {
                document.writeStringProperty("scenario", scenario);
            }
            document.writeNumberProperty(
                    "time-nanos", Iterables.get(views.keySet(), 0).nowNanos());
            Json.array(document, "nodes", views.keySet(), state -> {
                document.writeStartObject();
                document.writeStringProperty("node", state.node());
                views.get(state).forEach(view -> view.write(document));
                document.writeEndObject();
            });
        });
    }
}

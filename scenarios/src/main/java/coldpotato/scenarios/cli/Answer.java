package coldpotato.scenarios.cli;

import coldpotato.scenarios.report.Json;
import coldpotato.scenarios.report.NodeState;
import coldpotato.scenarios.report.View;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.Map;

/** The answer to a {@link NetworkQuestion}: for each node what is to be shown of it. */
record Answer(NetworkQuestion question, boolean json) {

    void print(PrintWriter out, String format, Map<NodeState, ImmutableList<View>> views) {
        if (json) {
            write(out, format, views);
        } else {
            views.forEach((state, parts) -> print(out, state, parts));
        }
    }

    private void print(PrintWriter out, NodeState state, ImmutableList<View> parts) {
        out.print(state.node() + " at " + question.times().both(state.nowNanos()) + "\n\n");
        if (parts.isEmpty()) {
            out.print("nothing\n\n");
        }
        for (View part : parts) {
            part.print(out);
            out.print("\n");
        }
    }

    private void write(PrintWriter out, String format, Map<NodeState, ImmutableList<View>> views) {
        Json.write(out, format, document -> {
            document.writeStringProperty("scenario", question.scenario().name());
            document.writeNumberProperty(
                    "time-nanos", views.keySet().iterator().next().nowNanos());
            Json.array(document, "nodes", views.keySet(), state -> {
                document.writeStartObject();
                document.writeStringProperty("node", state.node());
                views.get(state).forEach(view -> view.write(document));
                document.writeEndObject();
            });
        });
    }
}

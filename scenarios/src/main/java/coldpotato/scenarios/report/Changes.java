package coldpotato.scenarios.report;

import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.check.CauseChain;
import coldpotato.scenarios.check.CauseText;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/**
 * What changed for a prefix at a node since a time, each change with the chain of its causes from what was done to the
 * network.
 *
 * @param sinceNanos the time, included
 * @param events the changes, in order
 */
public record Changes(
        long sinceNanos, ImmutableList<TraceEvent> events, CauseChain chain, CauseText text, RunTimes times)
        implements View {

    /** Changes of the best path and of the forwarding entry; of the routing table only where no entry followed. */
    public static Changes since(
            long nanos, NodeState state, Prefix prefix, CauseChain chain, CauseText text, RunTimes times) {
        ImmutableList<TraceEvent> events = of(state, prefix).stream()
                .filter(event -> event.timeNanos() >= nanos && event.timeNanos() <= state.nowNanos())
                .filter(event -> event.kind() != TraceKind.ROUTE_CHANGED)
                .collect(ImmutableList.toImmutableList());
        return new Changes(nanos, events, chain, text, times);
    }

    /** Everything that ever happened to a prefix at a node. */
    public static ImmutableList<TraceEvent> of(NodeState state, Prefix prefix) {
        String written = prefix.toString();
        return state.network().trace().events().stream()
                .filter(event -> event.node().equals(state.node())
                        && event.field("prefix").equals(written)
                        && isChange(event.kind()))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isChange(TraceKind kind) {
        return kind == TraceKind.BEST_PATH || kind == TraceKind.ROUTE_CHANGED || kind == TraceKind.FIB_CHANGED;
    }

    @Override
    public void print(PrintWriter out) {
        out.print("Since " + times.both(sinceNanos) + "\n");
        if (events.isEmpty()) {
            out.print("  nothing changed\n");
        }
        CausesText.lines(chain.texts(events)).forEach(line -> out.print("  " + line + "\n"));
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeNumberProperty("since-nanos", sinceNanos);
        Json.array(json, "changes", events, event -> {
            json.writeStartObject();
            json.writeNumberProperty("time-nanos", event.timeNanos());
            json.writeStringProperty("what", text.of(event));
            Json.texts(
                    json, "causes", chain.told(event).stream().map(text::timed).toList());
            json.writeEndObject();
        });
    }
}

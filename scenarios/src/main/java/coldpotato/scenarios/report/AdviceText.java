package coldpotato.scenarios.report;

import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.scenarios.remedy.Advice;
import coldpotato.scenarios.remedy.Remedy;
import coldpotato.sim.flow.FlowDirection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/**
 * What would have kept flows from coming back another way than they go.
 *
 * @param scenario in which
 * @param times of its run
 * @param nowNanos when they were looked at
 * @param advice by flow group; nothing for flows that need none
 */
public record AdviceText(
        String scenario, RunTimes times, long nowNanos, ImmutableMap<String, ImmutableList<Advice>> advice)
        implements Printable {

    @Override
    public void print(PrintWriter out) {
        advice.forEach((group, all) -> {
            if (all.isEmpty()) {
                out.print(group + " needs no remedy at " + times.both(nowNanos) + "\n\n");
            }
            all.forEach(each -> print(out, each));
        });
    }

    private void print(PrintWriter out, Advice each) {
        AsymmetryReason reason = each.reason();
        out.print(reason.group() + ", " + reason.asymmetry().flows() + " flows: "
                + reason.asymmetry().text() + " at " + times.both(nowNanos) + "\n");
        for (FlowDirection direction : FlowDirection.values()) {
            out.print("  " + direction.text() + "  " + reason.choice(direction).sentence() + "\n");
        }
        if (each.remedies().isEmpty()) {
            out.print("  nothing mends it: " + each.tried() + " changes were rehearsed, and none helps without harm\n");
        } else {
            out.print("  what mends it, the most recommended first (" + each.tried() + " changes were rehearsed)\n");
        }
        for (Remedy remedy : each.remedies()) {
            out.print("    " + remedy.sentence() + "\n");
        }
        out.print("\n");
    }

    @Override
    public void write(PrintWriter out) {
        Json.write(out, "coldpotato-advice", document -> {
            document.writeStringProperty("scenario", scenario);
            document.writeNumberProperty("time-nanos", nowNanos);
            Json.array(
                    document,
                    "advice",
                    advice.values().stream().flatMap(ImmutableList::stream).toList(),
                    each -> write(document, each));
        });
    }

    private static void write(JsonGenerator json, Advice each) {
        AsymmetryReason reason = each.reason();
        json.writeStartObject();
        json.writeStringProperty("flow", reason.group());
        json.writeNumberProperty("flows", reason.asymmetry().flows());
        json.writeStringProperty("verdict", reason.asymmetry().text());
        json.writeStringProperty("why-forward", reason.forward().sentence());
        json.writeStringProperty("why-reverse", reason.reverse().sentence());
        json.writeNumberProperty("tried", each.tried());
        Json.array(json, "remedies", each.remedies(), remedy -> {
            json.writeStartObject();
            json.writeStringProperty("technique", remedy.technique().text());
            json.writeStringProperty("element", remedy.element());
            json.writeStringProperty("change", remedy.text());
            json.writeBooleanProperty("one-way", remedy.oneWay());
            json.writeStringProperty("document", remedy.technique().document());
            json.writeEndObject();
        });
        json.writeEndObject();
    }
}

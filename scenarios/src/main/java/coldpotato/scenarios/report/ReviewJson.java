package coldpotato.scenarios.report;

import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.scenarios.review.Calm;
import coldpotato.scenarios.review.Harm;
import coldpotato.scenarios.review.Harm.Losses;
import coldpotato.scenarios.review.Incident;
import coldpotato.scenarios.review.Overload;
import coldpotato.scenarios.review.Review;
import coldpotato.scenarios.review.Trigger;
import coldpotato.sim.flow.FlowDirection;
import com.google.common.base.Ascii;
import tools.jackson.core.JsonGenerator;

/** A review for programs. */
final class ReviewJson {
    private ReviewJson() {}

    /** Writes the fields {@code incidents} and {@code harmless}. */
    static void write(JsonGenerator json, Review review) {
        Json.array(json, "incidents", review.incidents(), incident -> incident(json, incident));
        Json.array(json, "harmless", review.calm(), calm -> calm(json, calm));
    }

    private static void incident(JsonGenerator json, Incident incident) {
        json.writeStartObject();
        trigger(json, incident.trigger());
        json.writeNumberProperty("from-nanos", incident.fromNanos());
        json.writeNumberProperty("until-nanos", incident.untilNanos());
        json.writeStringProperty("end", Ascii.toLowerCase(incident.end().name()));
        incident.ending().ifPresent(end -> json.writeStringProperty("ended-by", end.what()));
        json.writeNumberProperty("flows", incident.flows());
        json.writeNumberProperty("hit", incident.hit());
        json.writeNumberProperty("shortest-nanos", incident.shortestNanos());
        json.writeNumberProperty("longest-nanos", incident.longestNanos());
        Json.array(json, "groups", incident.harms(), harm -> harm(json, harm));
        overload(json, incident.overload());
        Json.array(json, "two-ways", incident.detours(), reason -> detour(json, reason));
        Json.texts(json, "steps", incident.steps());
        json.writeEndObject();
    }

    private static void trigger(JsonGenerator json, Trigger trigger) {
        json.writeNumberProperty("time-nanos", trigger.atNanos());
        json.writeStringProperty("kind", Ascii.toLowerCase(trigger.kind().name()));
        json.writeStringProperty("what", trigger.what());
    }

    private static void harm(JsonGenerator json, Harm harm) {
        json.writeStartObject();
        json.writeStringProperty("flow", harm.flow());
        json.writeNumberProperty("flows", harm.flows());
        json.writeNumberProperty("hit", harm.hit());
        json.writeNumberProperty("impaired", harm.impaired());
        json.writeNumberProperty("shortest-nanos", harm.shortestNanos());
        json.writeNumberProperty("longest-nanos", harm.longestNanos());
        Json.array(json, "losses", harm.losses(), losses -> losses(json, losses));
        json.writeEndObject();
    }

    private static void losses(JsonGenerator json, Losses losses) {
        json.writeStartObject();
        json.writeStringProperty("direction", losses.direction());
        json.writeNumberProperty("flows", losses.flows());
        json.writeNumberProperty("from-nanos", losses.fromNanos());
        json.writeNumberProperty("until-nanos", losses.untilNanos());
        json.writeNumberProperty("shortest-nanos", losses.shortestNanos());
        json.writeNumberProperty("longest-nanos", losses.longestNanos());
        Json.array(json, "outcomes", losses.episodes(), episode -> {
            json.writeStartObject();
            json.writeNumberProperty("from-nanos", episode.fromNanos());
            json.writeStringProperty("outcome", episode.outcome());
            json.writeStringProperty("text", episode.sentence());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void overload(JsonGenerator json, Overload overload) {
        Json.array(json, "burdens", overload.burdens(), burden -> {
            json.writeStartObject();
            json.writeStringProperty("limit", burden.lane().wire());
            json.writeStringProperty(
                    "unit", Ascii.toLowerCase(burden.lane().unit().name()));
            json.writeStringProperty("towards", burden.towards());
            json.writeNumberProperty("before", burden.before());
            json.writeNumberProperty("peak", burden.peak());
            json.writeNumberProperty("peak-nanos", burden.peakNanos());
            json.writeNumberProperty("after", burden.after());
            json.writeNumberProperty("capacity", burden.capacity());
            json.writeEndObject();
        });
        Json.array(json, "over-capacity", overload.squeezed(), each -> {
            json.writeStartObject();
            json.writeStringProperty("flow", each.flow());
            json.writeStringProperty("direction", each.direction());
            json.writeNumberProperty("flows", each.flows());
            json.writeStringProperty("text", each.sentence());
            json.writeEndObject();
        });
    }

    private static void detour(JsonGenerator json, AsymmetryReason reason) {
        json.writeStartObject();
        json.writeStringProperty("flow", reason.group());
        json.writeNumberProperty("flows", reason.asymmetry().flows());
        for (FlowDirection direction : FlowDirection.values()) {
            json.writeObjectPropertyStart(direction.text());
            Json.texts(json, "way", reason.asymmetry().walk(direction).nodes());
            json.writeStringProperty("decided-at", reason.choice(direction).node());
            json.writeStringProperty(
                    "decided-by", reason.choice(direction).step().text());
            json.writeStringProperty("why", reason.choice(direction).sentence());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void calm(JsonGenerator json, Calm calm) {
        json.writeStartObject();
        trigger(json, calm.trigger());
        json.writeNumberProperty("moved", calm.moved());
        json.writeNumberProperty("mended", calm.mended());
        json.writeNumberProperty("flows", calm.flows());
        json.writeEndObject();
    }
}

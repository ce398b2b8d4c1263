package coldpotato.scenarios.report;

import coldpotato.scenarios.check.Judgement;
import coldpotato.scenarios.check.Rejection;
import coldpotato.scenarios.check.RunOutcome;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.review.Review;
import coldpotato.scenarios.run.RehearsalResult;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A run for programs. */
public final class RunJson {
    private RunJson() {}

    /** Writes one run as an object. */
    public static void write(JsonGenerator json, String file, RehearsalResult result) {
        json.writeStartObject();
        json.writeStringProperty("file", file);
        json.writeStringProperty("name", result.scenario().name());
        Json.texts(json, "behaviours", result.scenario().behaviours());
        json.writeNumberProperty("seed", result.seed());
        json.writeBooleanProperty("live", !result.stage().isEmpty());
        json.writeBooleanProperty("holds", result.holds());
        json.writeStringProperty("outcome", outcome(result.outcome()));
        json.writeStringProperty("outcome-text", result.outcome().toString());
        Json.array(json, "expectations", result.verdicts(), verdict -> verdict(json, verdict, result));
        ReviewJson.write(json, Review.of(result));
        Json.array(json, "refusals", result.rejections(), rejection -> rejection(json, rejection));
        Json.array(json, "timeline", result.moments(), moment -> {
            json.writeStartObject();
            json.writeNumberProperty("time-nanos", moment.timeNanos());
            json.writeStringProperty("text", moment.text());
            json.writeEndObject();
        });
        OutagesJson.write(json, result);
        Json.texts(json, "assumptions", values(result.assumptions()));
        json.writeEndObject();
    }

    private static void verdict(JsonGenerator json, Verdict verdict, RehearsalResult result) {
        json.writeStartObject();
        json.writeStringProperty("name", verdict.name());
        verdict.place().ifPresent(place -> json.writeStringProperty("place", place.toString()));
        json.writeBooleanProperty("holds", verdict.holds());
        json.writeBooleanProperty("judged", verdict.judgement() != Judgement.NOT_JUDGED);
        json.writeStringProperty("expected", verdict.expected());
        json.writeStringProperty("found", verdict.found());
        verdict.seeds().ifPresent(seeds -> SeedsJson.write(json, seeds));
        Json.texts(json, "why", verdict.why());
        Json.texts(json, "assumptions", values(verdict.assumptions()));
        result.sensitivity()
                .ifPresent(found -> Json.texts(json, "hinges-on", found.hinges().get(verdict.name())));
        json.writeEndObject();
    }

    private static List<String> values(ImmutableMap<String, String> assumptions) {
        return assumptions.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static void rejection(JsonGenerator json, Rejection rejection) {
        json.writeStartObject();
        rejection.event().ifPresent(event -> json.writeStringProperty("event", event));
        json.writeNumberProperty("time-nanos", rejection.atNanos());
        json.writeStringProperty("refused", rejection.refusal().modelPath());
        json.writeStringProperty("reason", rejection.refusal().reason());
        json.writeStringProperty("source", rejection.refusal().source().file());
        json.writeEndObject();
    }

    private static String outcome(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Completed) {
            return "completed";
        }
        if (outcome instanceof RunOutcome.Oscillated) {
            return "oscillated";
        }
        if (outcome instanceof RunOutcome.Stopped) {
            return "stopped";
        }
        return outcome instanceof RunOutcome.LimitReached ? "limit-reached" : "not-started";
    }
}

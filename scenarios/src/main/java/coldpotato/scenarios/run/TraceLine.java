package coldpotato.scenarios.run;

import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.sim.plan.Provenance;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One line of a trace file, the same whatever the events come from. */
public final class TraceLine {
    private static final String FORMAT = "coldpotato-trace";
    private static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private TraceLine() {}

    /** Writes values to a stream, which stays open: one in a line. */
    public static JsonGenerator generator(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** The properties that the first line of every trace file begins with. */
    public static void format(JsonGenerator json) {
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("version", VERSION);
    }

    /**
     * One event.
     *
     * @param origin where the element that it is about comes from
     */
    public static void write(JsonGenerator json, TraceEvent event, Optional<Provenance> origin) {
        json.writeStartObject();
        json.writeNumberProperty("number", event.number());
        json.writeStringProperty("time", seconds(event.timeNanos()));
        json.writeStringProperty("node", event.node());
        json.writeStringProperty("kind", event.kind().text());
        json.writeObjectPropertyStart("fields");
        event.fields().forEach(json::writeStringProperty);
        json.writeEndObject();
        if (event.cause() != 0) {
            json.writeNumberProperty("cause", event.cause());
        }
        origin.ifPresent(known -> origin(json, known));
        json.writeEndObject();
    }

    private static void origin(JsonGenerator json, Provenance origin) {
        json.writeObjectPropertyStart("origin");
        json.writeStringProperty("path", origin.modelPath());
        if (!origin.place().isEmpty()) {
            json.writeStringProperty("place", origin.place());
        }
        if (!origin.assumptions().isEmpty()) {
            json.writeArrayPropertyStart("assumptions");
            origin.assumptions().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String seconds(long nanos) {
        return String.format(
                Locale.ROOT, "%d.%09d", nanos / Durations.NANOS_PER_SECOND, nanos % Durations.NANOS_PER_SECOND);
    }
}

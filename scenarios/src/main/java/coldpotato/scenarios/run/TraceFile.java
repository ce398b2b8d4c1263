package coldpotato.scenarios.run;

import coldpotato.core.azure.Assumption;
import coldpotato.core.azure.Assumptions;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The trace of a run as JSON lines. The first line says what was run: format and its version, scenario, seed, every assumption
 * with the value in use, and how the run ended. Each other line is one event: its number, its time in seconds with nine decimals,
 * as text, so that nobody rounds it, where, kind, fields, the number of its cause (absent if it came from nothing), and where the
 * element it is about comes from: model path, place in the file, assumptions.
 *
 * <p>The same scenario and seed give the same bytes on every machine.
 */
public final class TraceFile {
    private static final String FORMAT = "coldpotato-trace";
    private static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final RehearsalResult result;
    private final Origins origins;

    public TraceFile(RehearsalResult result) {
        this.result = result;
        this.origins = new Origins(result);
    }

    /**
     * Writes the whole file or nothing: the name appears when the last byte is written.
     *
     * @throws IOException if that cannot be done; what stood there before still stands
     */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                write(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes to a stream, which stays open. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            header(json);
            result.trace().events().forEach(event -> event(json, event));
            json.writeRaw("\n");
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private void header(JsonGenerator json) {
        Scenario scenario = result.scenario();
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("version", VERSION);
        json.writeStringProperty("scenario", scenario.name());
        json.writeNumberProperty("seed", result.seed());
        json.writeObjectPropertyStart("assumptions");
        for (Assumption assumption : Assumptions.catalogue().all()) {
            json.writeStringProperty(
                    assumption.name(), scenario.network().assumptions().text(assumption));
        }
        json.writeEndObject();
        json.writeStringProperty("outcome", result.outcome().toString());
        json.writeEndObject();
    }

    private void event(JsonGenerator json, TraceEvent event) {
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
        origins.of(event).ifPresent(origin -> origin(json, origin));
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

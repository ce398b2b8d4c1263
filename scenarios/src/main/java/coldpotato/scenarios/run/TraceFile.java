package coldpotato.scenarios.run;

import coldpotato.scenarios.check.Origins;
import coldpotato.scenarios.file.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * The trace of a run as JSON lines. The first line says what was run: format and its version, scenario, seed, the assumptions
 * that the network rests on with the values in use, and how the run ended. Each other line is one event: its number, its time in seconds with nine decimals,
 * as text, so that nobody rounds it, where, kind, fields, the number of its cause (absent if it came from nothing), and where the
 * element it is about comes from: model path, place in the file, assumptions.
 *
 * <p>The same scenario and seed give the same bytes on every machine.
 */
public final class TraceFile {
    private final RehearsalResult result;
    private final Origins origins;

    public TraceFile(RehearsalResult result) {
        this.result = result;
        this.origins = result.origins();
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
        try (JsonGenerator json = TraceLine.generator(out)) {
            header(json);
            result.trace().events().forEach(event -> TraceLine.write(json, event, origins.of(event)));
            json.writeRaw("\n");
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private void header(JsonGenerator json) {
        Scenario scenario = result.scenario();
        json.writeStartObject();
        TraceLine.format(json);
        json.writeStringProperty("scenario", scenario.name());
        json.writeNumberProperty("seed", result.seed());
        json.writeObjectPropertyStart("assumptions");
        result.assumptions().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeStringProperty("outcome", result.outcome().toString());
        json.writeEndObject();
    }
}

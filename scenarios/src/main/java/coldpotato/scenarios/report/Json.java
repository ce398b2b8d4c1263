package coldpotato.scenarios.report;

import java.io.PrintWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON documents for programs. Each says what it is and which version of that; times are nanoseconds of the run. */
public final class Json {
    /** Grows when a field changes its meaning or goes away; a new field is no new version. */
    public static final int VERSION = 1;

    private static final class Context extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentArraysWith(lines);
            printer.indentObjectsWith(lines);
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private Json() {}

    /**
     * Writes one document: an object with the fields {@code format} and {@code version}, and those of the body.
     *
     * @param format such as {@code coldpotato-run}
     */
    public static void write(PrintWriter out, String format, Consumer<JsonGenerator> body) {
        JsonGenerator json = new JsonFactory().createGenerator(new Context(), out);
        json.writeStartObject();
        json.writeStringProperty("format", format);
        json.writeNumberProperty("version", VERSION);
        body.accept(json);
        json.writeEndObject();
        json.flush();
        out.print("\n");
    }

    /** Writes a field that is an array, one element for each item. */
    public static <T> void array(JsonGenerator json, String name, Iterable<T> items, Consumer<T> element) {
        json.writeArrayPropertyStart(name);
        items.forEach(element);
        json.writeEndArray();
    }

    /** Writes a field that is an array of texts. */
    public static void texts(JsonGenerator json, String name, Iterable<?> items) {
        array(json, name, items, item -> json.writeString(item.toString()));
    }
}

package coldpotato.scenarios.report;

import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** Something to be shown of a node. */
public interface View {
    /** For people. */
    void print(PrintWriter out);

    /** For programs: fields of the present object. */
    void write(JsonGenerator json);
}

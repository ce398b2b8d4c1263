package coldpotato.scenarios.report;

import java.io.PrintWriter;

/** Something that can be read by people and by programs. */
public interface Printable {
    /** For people. */
    void print(PrintWriter out);

    /** For programs: one JSON document. */
    void write(PrintWriter out);

    /** For whoever asked. */
    default void print(PrintWriter out, boolean json) {
        if (json) {
            write(out);
        } else {
            print(out);
        }
    }
}

package coldpotato.scenarios.report;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/**
 * A table with lines above and below it.
 *
 * @param name what the table lists, for programs
 * @param heading lines above
 * @param table the rows
 * @param footing lines below
 */
public record Page(String name, ImmutableList<String> heading, Table table, ImmutableList<String> footing)
        implements View {

    public Page(String name, Table table, String... heading) {
        this(name, ImmutableList.copyOf(heading), table, ImmutableList.of());
    }

    /** The page for people; a table without rows is left out with its headers. */
    @Override
    public void print(PrintWriter out) {
        heading.forEach(line -> out.print(line + "\n"));
        if (!table.isEmpty()) {
            table.print(out);
        }
        footing.forEach(line -> out.print(line + "\n"));
    }

    /** The table as a field of the present object. */
    @Override
    public void write(JsonGenerator json) {
        json.writeName(name);
        table.write(json);
    }
}

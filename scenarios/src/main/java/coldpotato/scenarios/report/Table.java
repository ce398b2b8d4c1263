package coldpotato.scenarios.report;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Rows of cells: for people in aligned columns, for programs an array of JSON objects. */
public final class Table {
    private static final String GAP = "  ";

    /**
     * A column.
     *
     * @param key name of the value in JSON, empty for a column that programs do not see
     * @param header what stands above it, empty for none
     * @param kind of its cells
     */
    public record Column(String key, String header, Kind kind) {
        public static Column text(String key, String header) {
            return new Column(key, header, Kind.TEXT);
        }

        public static Column number(String key, String header) {
            return new Column(key, header, Kind.NUMBER);
        }

        /** A column that people do not see. */
        public static Column textForPrograms(String key) {
            return new Column(key, "", Kind.TEXT_FOR_PROGRAMS);
        }

        /** A column that people do not see. */
        public static Column numberForPrograms(String key) {
            return new Column(key, "", Kind.NUMBER_FOR_PROGRAMS);
        }
    }

    /** What stands in the cells of a column. */
    public enum Kind {
        /** Text, aligned to the left. */
        TEXT,
        /** Aligned to the right; a JSON number where it is a whole number. */
        NUMBER,
        /** What only programs see. */
        TEXT_FOR_PROGRAMS,
        /** A whole number that only programs see. */
        NUMBER_FOR_PROGRAMS;

        boolean isNumber() {
            return this == NUMBER || this == NUMBER_FOR_PROGRAMS;
        }
    }

    private final ImmutableList<Column> columns;
    private final List<ImmutableList<String>> rows = new ArrayList<>();
    private String indent = "";

    public Table(Column... columns) {
        this.columns = ImmutableList.copyOf(columns);
    }

    /** This table with something before every line. */
    public Table indented(String by) {
        indent = by;
        return this;
    }

    /** Adds a row; an empty cell is a value that is not there. */
    public void row(String... cells) {
        checkArgument(cells.length == columns.size(), "%s cells for %s columns", cells.length, columns.size());
        rows.add(ImmutableList.copyOf(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public int size() {
        return rows.size();
    }

    /** The rows in columns, headers first if there are any. */
    public void print(PrintWriter out) {
        int[] widths = widths();
        ImmutableList<String> headers = columns.stream().map(Column::header).collect(ImmutableList.toImmutableList());
        if (headers.stream().anyMatch(header -> !header.isEmpty())) {
            out.print(line(headers, widths));
        }
        rows.forEach(row -> out.print(line(row, widths)));
    }

    /** The rows as an array of objects; cells that are empty are left out. */
    public void write(JsonGenerator json) {
        json.writeStartArray();
        for (ImmutableList<String> row : rows) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                write(json, columns.get(i), row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Column column, String cell) {
        if (column.key().isEmpty() || cell.isEmpty()) {
            return;
        }
        if (column.kind().isNumber() && isWhole(cell)) {
            json.writeNumberProperty(column.key(), Long.parseLong(cell));
        } else {
            json.writeStringProperty(column.key(), cell);
        }
    }

    private static boolean isWhole(String cell) {
        return cell.length() <= 18 && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).header().length();
            for (ImmutableList<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private String line(ImmutableList<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < widths.length; i++) {
            switch (columns.get(i).kind()) {
                case TEXT ->
                    line.append(Strings.padEnd(cells.get(i), widths[i], ' ')).append(GAP);
                case NUMBER ->
                    line.append(Strings.padStart(cells.get(i), widths[i], ' ')).append(GAP);
                case TEXT_FOR_PROGRAMS, NUMBER_FOR_PROGRAMS -> {}
            }
        }
        return line.toString().stripTrailing() + "\n";
    }
}

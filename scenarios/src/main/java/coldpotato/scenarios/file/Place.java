package coldpotato.scenarios.file;

import java.util.Comparator;

/**
 * Where something is written. Sorts by file, then as one reads.
 *
 * @param source the file
 * @param line counted from 1, 0 for the file as a whole
 * @param column counted from 1, 0 for the file as a whole
 */
public record Place(Source source, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.<Place, String>comparing(place -> place.source.path())
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    static Place whole(Source source) {
        return new Place(source, 0, 0);
    }

    /** {@code name:line:column} without the folder, the same on every machine. */
    public String provenance() {
        return source.name() + position();
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code path:line:column}. */
    @Override
    public String toString() {
        return source.path() + position();
    }

    private String position() {
        return line == 0 ? "" : ":" + line + ":" + column;
    }
}

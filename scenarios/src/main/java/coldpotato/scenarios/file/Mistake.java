package coldpotato.scenarios.file;

import java.util.Comparator;

/**
 * Something that the user got wrong.
 *
 * @param place where
 * @param message what is wrong, and how to mend it
 */
public record Mistake(Place place, String message) implements Comparable<Mistake> {
    private static final Comparator<Mistake> ORDER =
            Comparator.comparing(Mistake::place).thenComparing(Mistake::message);

    @Override
    public int compareTo(Mistake other) {
        return ORDER.compare(this, other);
    }

    /** {@code path:line:column: message}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}

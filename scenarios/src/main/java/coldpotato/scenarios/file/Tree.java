package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** What a file says before anybody knows what it means: every scalar is still text, everything knows its place. */
sealed interface Tree {

    /** Where it begins. */
    Place place();

    /** {@code a value}, {@code a list} or {@code a mapping}. */
    String kind();

    /** How many nodes it has with all that is inside it, an alias counting as what it stands for. */
    int size();

    /** True for {@code ~}, {@code null} and nothing at all. */
    default boolean isNull() {
        return this instanceof Scalar scalar
                && scalar.plain
                && (scalar.text.isEmpty() || scalar.text.equals("~") || scalar.text.equals("null"));
    }

    /**
     * A single value.
     *
     * @param plain true if it is written without quotes
     */
    record Scalar(Place place, String text, boolean plain) implements Tree {
        @Override
        public String kind() {
            return isNull() ? "nothing" : "a value";
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** Values in order. */
    record Sequence(Place place, ImmutableList<Tree> items, int size) implements Tree {
        static Sequence of(Place place, ImmutableList<Tree> items) {
            return new Sequence(
                    place, items, 1 + items.stream().mapToInt(Tree::size).sum());
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Values by key, in the order of the file. */
    record Mapping(Place place, ImmutableMap<String, Entry> entries, int size) implements Tree {
        static Mapping of(Place place, ImmutableMap<String, Entry> entries) {
            int inside = entries.values().stream()
                    .mapToInt(entry -> entry.value.size() + 1)
                    .sum();
            return new Mapping(place, entries, 1 + inside);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * A key with its value.
     *
     * @param place of the key
     */
    record Entry(Place place, Tree value) {}
}

package coldpotato.scenarios.file;

/**
 * A value that remembers where it is written.
 *
 * @param place where it begins
 */
record Placed<T>(Place place, T value) {

    static <T> Value<Placed<T>> value(Value<T> value) {
        return new Value<>(
                value.form(),
                reading -> new Placed<>(reading.nowhere(), value.standIn(reading)),
                (tree, reading) -> new Placed<>(tree.place(), value.read(tree, reading)));
    }
}

package coldpotato.scenarios.file;

import java.util.Optional;

/**
 * A key of the scenario file: the parser, the schema and the key reference all know it from here.
 *
 * @param name as it is written
 * @param value how its value is read
 * @param required true if a file without it is wrong
 * @param usual text of the value that counts where the key is absent
 * @param absent what it means if the key is absent, where that is no value of its own
 * @param meaning one sentence
 * @param example a value
 */
record Key<T>(
        String name,
        Value<T> value,
        boolean required,
        Optional<String> usual,
        String absent,
        String meaning,
        String example) {

    static <T> Key<T> required(String name, Value<T> value, String meaning, String example) {
        return new Key<>(name, value, true, Optional.empty(), "", meaning, example);
    }

    static <T> Key<T> usual(String name, Value<T> value, String usual, String meaning, String example) {
        return new Key<>(name, value, false, Optional.of(usual), "", meaning, example);
    }

    static <T> Key<T> optional(String name, Value<T> value, String absent, String meaning, String example) {
        return new Key<>(name, value, false, Optional.empty(), absent, meaning, example);
    }
}

package coldpotato.scenarios.file;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;

/**
 * The keys that may stand together in one mapping.
 *
 * @param name what such a mapping describes, for people
 * @param keys by name, in the order of the key reference
 * @param gone why there is no key of a name that users may look for
 */
record Shape(String name, ImmutableMap<String, Key<?>> keys, ImmutableMap<String, String> gone) {

    static Shape of(String name, Key<?>... keys) {
        return of(name, ImmutableList.copyOf(keys));
    }

    static Shape of(String name, Iterable<Key<?>> keys) {
        return new Shape(name, Maps.uniqueIndex(keys, Key::name), ImmutableMap.of());
    }

    /** The same that says why there is no such key. */
    Shape without(String key, String why) {
        return new Shape(
                name,
                keys,
                ImmutableMap.<String, String>builder()
                        .putAll(gone)
                        .put(key, why)
                        .buildOrThrow());
    }

    /** Why there is no such key, or which other one may be meant. */
    String hint(String key) {
        return gone.containsKey(key) ? ": " + gone.get(key) : Spelling.hint(key, keys.keySet());
    }

    /** Reads such a mapping into its fields; unknown and missing keys are told of. */
    Value<Fields> value() {
        return new Value<>(new Form.Keys(this), reading -> Fields.standIn(this, reading), this::read);
    }

    private Fields read(Tree tree, Reading reading) {
        if (tree instanceof Tree.Mapping mapping) {
            return new Fields(this, mapping, reading).checked();
        }
        if (tree instanceof Tree.Scalar scalar
                && scalar.plain()
                && scalar.text().isEmpty()) {
            return new Fields(this, Tree.Mapping.of(tree.place(), ImmutableMap.of()), reading).checked();
        }
        reading.wrong(tree.place(), "this should be the keys of " + name + ", not " + tree.kind());
        return Fields.standIn(this, reading);
    }

    void checkHas(Key<?> key) {
        checkArgument(keys.get(key.name()) == key, "%s has no key %s", name, key.name());
    }
}

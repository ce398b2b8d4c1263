package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;

/** Three keys of one meaning: for both directions of a flow, and with {@code -to-site} and {@code -to-azure} for one. */
record DirectedKey<T>(Key<T> both, Key<T> toSite, Key<T> toAzure) {

    static <T> DirectedKey<T> of(String name, Value<T> value, String meaning, String example) {
        return new DirectedKey<>(
                Key.optional(name, value, "not claimed", meaning + " (each direction by itself)", example),
                Key.optional(name + "-to-site", value, "not claimed", meaning + " (towards the site)", example),
                Key.optional(name + "-to-azure", value, "not claimed", meaning + " (towards Azure)", example));
    }

    ImmutableList<Key<?>> keys() {
        return ImmutableList.of(both, toSite, toAzure);
    }

    PerDirection<T> read(Fields fields) {
        PerDirection<T> read = new PerDirection<>(fields.find(both), fields.find(toSite), fields.find(toAzure));
        if (read.both().isPresent()
                && (read.toSite().isPresent() || read.toAzure().isPresent())) {
            fields.wrong(both, both.name() + " is about each direction already; say it for both or for each");
        }
        return read;
    }
}

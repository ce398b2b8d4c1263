package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;

/** Three keys of one meaning: for both directions of a flow, and with {@code -to-site} and {@code -to-azure} for one. */
record DirectedKey<T>(Key<T> both, Key<T> toSite, Key<T> toAzure) {

    /** Claimed without a direction it is claimed of each. */
    static <T> DirectedKey<T> ofEach(String name, Value<T> value, String meaning, String example) {
        return of(name, value, meaning, "each direction by itself", example);
    }

    /** Claimed without a direction it is claimed of flows for which one direction or the other is so. */
    static <T> DirectedKey<T> ofEither(String name, Value<T> value, String meaning, String example) {
        return of(name, value, meaning, "in either direction", example);
    }

    private static <T> DirectedKey<T> of(
            String name, Value<T> value, String meaning, String withoutDirection, String example) {
        return new DirectedKey<>(
                Key.optional(name, value, "not claimed", meaning + " (" + withoutDirection + ")", example),
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

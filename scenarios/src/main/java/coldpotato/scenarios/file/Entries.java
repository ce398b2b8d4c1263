package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** Makes something of each entry of a section whose names the user chose. */
interface Entries<F, T> {

    /** One entry. */
    T entry(String name, F written);

    /** Each entry once, in the order of the file. */
    static <F, T> ImmutableMap<String, T> read(ImmutableMap<String, F> section, Entries<F, T> reader) {
        ImmutableMap.Builder<String, T> entries = ImmutableMap.builder();
        section.forEach((name, written) -> entries.put(name, reader.entry(name, written)));
        return entries.buildOrThrow();
    }

    /** Nothing of a section that is absent. */
    static <F, T> ImmutableMap<String, T> read(Optional<ImmutableMap<String, F>> section, Entries<F, T> reader) {
        return read(section.orElse(ImmutableMap.of()), reader);
    }
}

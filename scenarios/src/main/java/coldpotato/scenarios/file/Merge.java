package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays one tree over another: mappings merge key by key, everything else replaces, {@code ~} takes a key away. */
final class Merge {
    private final Mistakes mistakes;

    Merge(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The merged mapping; each value keeps the place where it is written. */
    Tree.Mapping merge(Tree.Mapping base, Tree.Mapping over) {
        Map<String, Tree.Entry> merged = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, entry) -> {
            if (removes(entry.value())) {
                remove(merged, key, entry);
            } else {
                merged.put(key, merged(merged.get(key), entry));
            }
        });
        return Tree.Mapping.of(base.place(), ImmutableMap.copyOf(merged));
    }

    private void remove(Map<String, Tree.Entry> merged, String key, Tree.Entry entry) {
        if (merged.remove(key) == null) {
            mistakes.add(
                    entry.place(),
                    "there is no " + Quoted.of(key) + " to take away" + Spelling.hint(key, merged.keySet()));
        }
    }

    private Tree.Entry merged(Tree.Entry below, Tree.Entry above) {
        if (!(above.value() instanceof Tree.Mapping over)) {
            return above;
        }
        boolean isNew = below == null || !(below.value() instanceof Tree.Mapping);
        Tree.Mapping base = isNew ? Tree.Mapping.of(over.place(), ImmutableMap.of()) : (Tree.Mapping) below.value();
        return new Tree.Entry(isNew ? above.place() : below.place(), merge(base, over));
    }

    /** An explicit nothing; a key with nothing at all behind it is a mapping without keys. */
    private static boolean removes(Tree value) {
        return value instanceof Tree.Scalar scalar
                && scalar.isNull()
                && !scalar.text().isEmpty();
    }
}

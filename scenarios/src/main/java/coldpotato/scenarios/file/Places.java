package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableMap;

/** Where each part of the model is written: path of keys, joined by dots, to {@code file:line:column}. */
final class Places {
    private final ImmutableMap.Builder<String, String> places = ImmutableMap.builder();

    private Places() {}

    static ImmutableMap<String, String> of(Tree.Mapping root) {
        Places places = new Places();
        places.walk("", root);
        return places.places.buildKeepingLast();
    }

    private void walk(String path, Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                String inside = path.isEmpty() ? key : path + "." + key;
                places.put(inside, entry.place().provenance());
                walk(inside, entry.value());
            });
        }
    }
}

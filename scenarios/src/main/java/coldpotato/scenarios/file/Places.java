package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;

/** Where each part of the model is written, by its path: keys joined by dots. */
final class Places {
    private final ImmutableMap<String, Place> places;

    private Places(ImmutableMap<String, Place> places) {
        this.places = places;
    }

    static Places of(Tree.Mapping root) {
        ImmutableMap.Builder<String, Place> places = ImmutableMap.builder();
        places.put("", root.place());
        walk("", root, places);
        return new Places(places.buildKeepingLast());
    }

    private static void walk(String path, Tree tree, ImmutableMap.Builder<String, Place> places) {
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                String inside = path.isEmpty() ? key : path + "." + key;
                places.put(inside, entry.place());
                walk(inside, entry.value(), places);
            });
        }
    }

    /** The same on every machine, for provenance. */
    ImmutableMap<String, String> provenance() {
        return ImmutableMap.copyOf(Maps.transformValues(places, Place::provenance));
    }

    /** The place of the nearest enclosing part that is written. */
    Place of(String modelPath) {
        String path = modelPath;
        while (!places.containsKey(path)) {
            path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }
        return places.get(path);
    }
}

package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Set;

/** All shapes that a kind of file is made of, as one meets them from its top. */
final class PublishedShapes {
    private final Set<Shape> found = new LinkedHashSet<>();

    private PublishedShapes() {}

    static ImmutableList<Shape> of(Shape root) {
        PublishedShapes shapes = new PublishedShapes();
        shapes.add(root);
        return ImmutableList.copyOf(shapes.found);
    }

    /** {@code an edge router} becomes {@code edge-router}. */
    static String slug(Shape shape) {
        return shape.name().replaceFirst("^(an?|the) ", "").replace("'", "").replace(' ', '-');
    }

    private void add(Shape shape) {
        if (found.add(shape)) {
            shape.keys().values().forEach(key -> walk(key.value().form()));
        }
    }

    private void walk(Form form) {
        if (form instanceof Form.Keys keys) {
            add(keys.shape());
        } else if (form instanceof Form.Named named) {
            walk(named.value());
        } else if (form instanceof Form.ListOf list) {
            walk(list.item());
        } else if (form instanceof Form.Either either) {
            either.forms().forEach(this::walk);
        }
    }
}

package coldpotato.scenarios.file;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One mapping of a file, known to be of a shape. Each key is asked for by whoever gives it a meaning; a key that is
 * written and that nobody asked for has no effect, and that is a mistake of the user.
 */
final class Fields {
    private final Shape shape;
    private final Tree.Mapping mapping;
    private final Reading reading;
    private final Set<String> asked;

    Fields(Shape shape, Tree.Mapping mapping, Reading reading) {
        this(shape, mapping, reading, new LinkedHashSet<>());
    }

    private Fields(Shape shape, Tree.Mapping mapping, Reading reading, Set<String> asked) {
        this.shape = shape;
        this.mapping = mapping;
        this.reading = reading;
        this.asked = asked;
    }

    /** Fields in place of a mapping that is missing or is none. */
    static Fields standIn(Shape shape, Reading reading) {
        return new Fields(shape, Tree.Mapping.of(reading.nowhere(), ImmutableMap.of()), reading);
    }

    Fields checked() {
        mapping.entries().forEach((name, entry) -> {
            if (!shape.keys().containsKey(name)) {
                reading.wrong(
                        entry.place(), "unknown key " + Quoted.of(name) + " in " + shape.name() + shape.hint(name));
            }
        });
        checkRequired();
        reading.opened(this);
        return this;
    }

    private void checkRequired() {
        for (Key<?> key : shape.keys().values()) {
            if (key.required() && !mapping.entries().containsKey(key.name())) {
                reading.wrong(
                        place(),
                        shape.name() + " needs the key " + key.name() + ", such as " + key.name() + ": "
                                + key.example());
            }
        }
    }

    /** The same mapping read as what it describes among other things: an entry of the timeline as the connection that it makes. */
    Fields as(Shape part) {
        Fields described = new Fields(part, mapping, reading, asked);
        described.checkRequired();
        return described;
    }

    /** The value, or the usual one. */
    <T> T get(Key<T> key) {
        return find(key).orElseGet(() -> absent(key));
    }

    private <T> T absent(Key<T> key) {
        checkState(key.required() || key.usual().isPresent(), "%s has no usual value", key.name());
        return key.usual()
                .map(usual -> key.value().read(new Tree.Scalar(place(), usual, true), reading))
                .orElseGet(() -> key.value().standIn(reading));
    }

    /** The value, or empty if the key is absent. */
    <T> Optional<T> find(Key<T> key) {
        shape.checkHas(key);
        asked.add(key.name());
        Tree.Entry entry = mapping.entries().get(key.name());
        return Optional.ofNullable(entry).map(there -> key.value().read(there.value(), reading));
    }

    boolean has(Key<?> key) {
        shape.checkHas(key);
        return mapping.entries().containsKey(key.name());
    }

    /** Where the mapping begins. */
    Place place() {
        return mapping.place();
    }

    /** Where the value of a key begins, or the mapping if the key is absent. */
    Place placeOf(Key<?> key) {
        return has(key) ? mapping.entries().get(key.name()).value().place() : place();
    }

    void wrong(Key<?> key, String message) {
        reading.wrong(placeOf(key), message);
    }

    Reading reading() {
        return reading;
    }

    /** Tells of the keys that have no effect beside others that have one. */
    void checkAllAsked() {
        if (asked().isEmpty()) {
            return;
        }
        mapping.entries().forEach((name, entry) -> {
            if (shape.keys().containsKey(name) && !asked.contains(name)) {
                reading.wrong(entry.place(), name + " has no meaning here, beside " + String.join(", ", asked()));
            }
        });
    }

    private Set<String> asked() {
        Set<String> written = new LinkedHashSet<>(mapping.entries().keySet());
        written.retainAll(asked);
        return written;
    }
}

package coldpotato.core.azure.rules;

import coldpotato.core.azure.grounds.Catalogue;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.stream.Stream;

/** What is found to have no meaning in a model, in the order in which it is found. */
final class Findings {
    private final ImmutableList.Builder<Inconsistency> found = ImmutableList.builder();

    ImmutableList<Inconsistency> all() {
        return found.build();
    }

    /** A name must be that of something in the model. */
    void name(String path, String kind, String name, Collection<String> known) {
        if (!known.contains(name)) {
            found.add(new Inconsistency(path, "no " + kind + " is called " + name, Catalogue.suggest(name, known)));
        }
    }

    /** A name must stand in a list of Azure's. */
    void entry(String path, String kind, String name, Catalogue<?> known) {
        if (known.find(name).isEmpty()) {
            found.add(new Inconsistency(path, "no " + kind + " is called " + name, known.suggest(name)));
        }
    }

    /** Where somebody lives must not be where the links inside the model are. */
    void place(String path, Prefix prefix) {
        kept(path, prefix, Consistency.KEPT.stream().filter(prefix::overlaps));
    }

    /** What is announced must not be a part of what numbers the links inside the model; wider is a default or an aggregate. */
    void announcement(String path, Prefix prefix) {
        kept(path, prefix, Consistency.KEPT.stream().filter(kept -> kept.contains(prefix)));
    }

    private void kept(String path, Prefix prefix, Stream<Prefix> kept) {
        kept.forEach(one -> wrong(path, prefix + " overlaps " + one + ", which numbers the links inside the model"));
    }

    void wrong(String path, String reason) {
        found.add(new Inconsistency(path, reason, ImmutableList.of()));
    }
}

package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.TreeSet;

/** The mistakes found so far. Reading goes on after a mistake, so that the user hears of all of them at once. */
final class Mistakes {
    private final TreeSet<Mistake> found = new TreeSet<>();

    void add(Place place, String message) {
        add(new Mistake(place, message));
    }

    void add(Mistake mistake) {
        found.add(mistake);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the files. */
    ImmutableList<Mistake> sorted() {
        return ImmutableList.copyOf(found);
    }
}

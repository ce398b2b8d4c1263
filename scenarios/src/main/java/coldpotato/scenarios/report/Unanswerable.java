package coldpotato.scenarios.report;

import coldpotato.core.azure.grounds.Catalogue;
import com.google.common.collect.ImmutableList;

/** A question that cannot be answered as it is asked. One line that says why, and what could be asked instead. */
public final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unanswerable(String line) {
        super(line);
    }

    /** Something is asked for by a name that nothing has. */
    public static Unanswerable unknown(String what, String name, Iterable<String> known) {
        ImmutableList<String> near = Catalogue.suggest(name, known);
        return new Unanswerable("there is no " + what + " \"" + name + "\""
                + (near.isEmpty()
                        ? "; there are " + String.join(", ", ImmutableList.sortedCopyOf(known))
                        : "; did you mean " + String.join(" or ", near) + "?"));
    }
}

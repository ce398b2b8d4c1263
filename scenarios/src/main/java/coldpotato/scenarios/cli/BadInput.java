package coldpotato.scenarios.cli;

import coldpotato.core.azure.Catalogue;
import coldpotato.scenarios.file.Mistake;
import com.google.common.collect.ImmutableList;

/** What the user asked for cannot be done; carries the lines that say why. Becomes {@link ExitCode#BAD_INPUT}. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialized
    private final ImmutableList<String> lines;

    private BadInput(ImmutableList<String> lines) {
        super(lines.get(0));
        this.lines = lines;
    }

    static BadInput of(String line) {
        return new BadInput(ImmutableList.of("coldpotato: " + line));
    }

    static BadInput of(Iterable<Mistake> mistakes) {
        return new BadInput(ImmutableList.copyOf(mistakes).stream()
                .map(Mistake::toString)
                .collect(ImmutableList.toImmutableList()));
    }

    /** Something is asked for by a name that nothing has. */
    static BadInput unknown(String what, String name, Iterable<String> known) {
        ImmutableList<String> near = Catalogue.suggest(name, known);
        return of("there is no " + what + " \"" + name + "\""
                + (near.isEmpty()
                        ? "; there are " + String.join(", ", ImmutableList.sortedCopyOf(known))
                        : "; did you mean " + String.join(" or ", near) + "?"));
    }

    ImmutableList<String> lines() {
        return lines;
    }
}

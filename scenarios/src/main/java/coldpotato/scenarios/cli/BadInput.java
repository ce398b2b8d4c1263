package coldpotato.scenarios.cli;

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

    ImmutableList<String> lines() {
        return lines;
    }
}

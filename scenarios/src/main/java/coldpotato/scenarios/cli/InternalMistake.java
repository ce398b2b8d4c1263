package coldpotato.scenarios.cli;

import coldpotato.scenarios.run.Rehearsal;
import java.nio.file.Path;
import java.util.function.Function;

/** A mistake of ours while a scenario ran, with what is needed to make it happen again. */
final class InternalMistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    InternalMistake(Path file, String whereabouts, Throwable cause) {
        super(cause + " (" + file + ", " + whereabouts + ")", cause);
    }

    /** Does something with a rehearsal; whatever goes wrong gets to know where. */
    static <T> T during(Path file, Rehearsal rehearsal, Function<Rehearsal, T> what) {
        try {
            return what.apply(rehearsal);
        } catch (RuntimeException | Error e) {
            throw new InternalMistake(file, rehearsal.whereabouts(), e);
        }
    }
}

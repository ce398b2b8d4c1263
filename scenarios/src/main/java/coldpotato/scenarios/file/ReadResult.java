package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/** A scenario, or all that is wrong with its file. */
public final class ReadResult {
    private final Optional<Scenario> scenario;
    private final Mistakes mistakes;
    private final Optional<Remainder> remainder;

    /** @param remainder what the scenario was read from, unless that is all of the file */
    ReadResult(Optional<Scenario> scenario, Mistakes mistakes, Optional<Remainder> remainder) {
        this.scenario = scenario;
        this.mistakes = mistakes;
        this.remainder = remainder;
    }

    /** Empty if there are mistakes. */
    public Optional<Scenario> scenario() {
        return scenario.filter(any -> mistakes.isEmpty());
    }

    /** In the order of the files, none if there is a scenario. */
    public ImmutableList<Mistake> mistakes() {
        return mistakes.sorted();
    }

    /**
     * All mistakes, with those that somebody else finds in the scenario, or in what is left of it without the parts that are
     * wrong.
     */
    public ImmutableList<Mistake> mistakes(Function<Scenario, ImmutableList<Mistake>> more) {
        ImmutableList<Mistake> found = scenario.map(more).orElse(ImmutableList.of());
        Mistakes all = new Mistakes();
        mistakes.sorted().forEach(all::add);
        remainder.map(rest -> rest.certain(found)).orElse(found).forEach(all::add);
        return all.sorted();
    }
}

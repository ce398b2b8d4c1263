package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Place;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/**
 * What became of one expectation.
 *
 * @param name of the expectation, as the user calls it
 * @param place where it is written; empty for what no expectation speaks of
 * @param judgement whether the run did what was expected
 * @param expected in the words of the file
 * @param found what the run did instead, or just so
 * @param why sentences: the chain of causes from what was done to the network to what decided
 * @param assumptions those that the elements rest on whose events decided, with the values in use
 */
public record Verdict(
        String name,
        Optional<Place> place,
        Judgement judgement,
        String expected,
        String found,
        ImmutableList<String> why,
        ImmutableSortedMap<String, String> assumptions) {

    /** A verdict that rests on no assumption. */
    public Verdict(
            String name,
            Optional<Place> place,
            Judgement judgement,
            String expected,
            String found,
            ImmutableList<String> why) {
        this(name, place, judgement, expected, found, why, ImmutableSortedMap.of());
    }

    Verdict resting(ImmutableSortedMap<String, String> values) {
        return new Verdict(name, place, judgement, expected, found, why, values);
    }

    /** True if the run did what was expected. */
    public boolean holds() {
        return judgement == Judgement.HOLDS;
    }

    /** True if it did not. */
    public boolean failed() {
        return judgement == Judgement.FAILED;
    }
}

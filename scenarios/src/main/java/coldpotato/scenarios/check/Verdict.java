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
 * @param measures what was measured in this run
 * @param seeds what became of it with other seeds, if it speaks of many and was tried with them
 */
public record Verdict(
        String name,
        Optional<Place> place,
        Judgement judgement,
        String expected,
        String found,
        ImmutableList<String> why,
        ImmutableSortedMap<String, String> assumptions,
        ImmutableList<Measure> measures,
        Optional<OverSeeds> seeds) {

    /** A verdict that rests on no assumption. */
    public Verdict(
            String name,
            Optional<Place> place,
            Judgement judgement,
            String expected,
            String found,
            ImmutableList<String> why) {
        this(
                name,
                place,
                judgement,
                expected,
                found,
                why,
                ImmutableSortedMap.of(),
                ImmutableList.of(),
                Optional.empty());
    }

    Verdict resting(ImmutableSortedMap<String, String> values) {
        return new Verdict(name, place, judgement, expected, found, why, values, measures, seeds);
    }

    Verdict measuring(ImmutableList<Measure> measured) {
        return new Verdict(name, place, judgement, expected, found, why, assumptions, measured, seeds);
    }

    /** The same with something before its reasons. */
    Verdict because(String first) {
        ImmutableList<String> reasons =
                ImmutableList.<String>builder().add(first).addAll(why).build();
        return new Verdict(name, place, judgement, expected, found, reasons, assumptions, measures, seeds);
    }

    /** The same, which says that other seeds were not tried. */
    public Verdict ofSeedAlone(long seed) {
        return new Verdict(
                name,
                place,
                judgement,
                expected,
                found + "; with seed " + seed + " alone",
                why,
                assumptions,
                measures,
                seeds);
    }

    /** The same, judged by what became of it with many seeds. If it fails, the reasons are those of the first seed that fails. */
    public Verdict over(OverSeeds all) {
        Verdict told = all.holds() ? this : all.firstFailing().orElse(this);
        return new Verdict(
                name,
                place,
                all.holds() ? Judgement.HOLDS : Judgement.FAILED,
                expected,
                all.toString(),
                told.why,
                told.assumptions,
                measures,
                Optional.of(all));
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

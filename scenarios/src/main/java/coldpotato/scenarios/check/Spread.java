package coldpotato.scenarios.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;

/**
 * How far a number went from seed to seed. A median of an even count is the lower of the two in the middle, so that each of the three
 * is what a run showed.
 *
 * @param smallest with the first seed that showed it
 * @param median with a seed that showed it
 * @param largest with the first seed that showed it
 */
public record Spread(Sample smallest, Sample median, Sample largest) {

    /** What a number was with a seed. */
    public record Sample(long seed, Measure measure) {}

    /**
     * @param name of the number, which at least one run has measured
     * @param verdicts by seed
     */
    static Spread of(String name, ImmutableSortedMap<Long, Verdict> verdicts) {
        ImmutableList<Sample> samples = verdicts.entrySet().stream()
                .flatMap(run -> run.getValue().measures().stream()
                        .filter(measure -> measure.name().equals(name))
                        .map(measure -> new Sample(run.getKey(), measure)))
                .sorted(Comparator.comparingDouble(sample -> sample.measure().value()))
                .collect(ImmutableList.toImmutableList());
        Sample last = samples.get(samples.size() - 1);
        Sample largest = samples.stream()
                .filter(sample -> sample.measure().value() == last.measure().value())
                .findFirst()
                .orElse(last);
        return new Spread(samples.get(0), samples.get((samples.size() - 1) / 2), largest);
    }

    /** True if the number was the same with every seed. */
    public boolean isNone() {
        return smallest.measure().value() == largest.measure().value();
    }

    @Override
    public String toString() {
        String name = smallest.measure().name();
        return isNone()
                ? name + " always " + smallest.measure().text()
                : name + " " + text(smallest) + " .. " + text(largest) + ", median "
                        + median.measure().text();
    }

    private static String text(Sample sample) {
        return sample.measure().text() + " (seed " + sample.seed() + ")";
    }
}

package coldpotato.scenarios.file;

import coldpotato.core.time.Luck;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long something lasts: a duration, or any of a range, which the seed draws each time.
 *
 * @param leastNanos the shortest
 * @param mostNanos the longest, itself included; the same for a duration
 */
public record DrawnDuration(long leastNanos, long mostNanos) {
    /** More than none. */
    static final Value<DrawnDuration> POSITIVE = Value.scalar(
            new Form.Text(
                    "a duration such as 90s, or a range such as 20s..40s of which the seed draws one each time",
                    ".*[0-9](ns|us|ms|s|m|h|d)",
                    false),
            new DrawnDuration(1, 1),
            DrawnDuration::read);

    private static Optional<DrawnDuration> read(Tree.Scalar scalar, Consumer<String> wrong) {
        Optional<DurationRange> range = Ranges.duration(scalar, wrong);
        if (range.isPresent()
                && (range.get().minNanos() == 0 || range.get().maxNanos() > Quantities.DURATION_MAX_NANOS)) {
            wrong.accept(Quoted.of(scalar.text()) + " should be more than 0s and have a longest; say 30s or 20s..40s");
            return Optional.empty();
        }
        return range.map(found -> new DrawnDuration(found.minNanos(), found.maxNanos()));
    }

    boolean isDrawn() {
        return leastNanos < mostNanos;
    }

    static DrawnDuration of(long nanos) {
        return new DrawnDuration(nanos, nanos);
    }

    /** What it is for draw number {@code count}. */
    public long nanos(Luck luck, long count) {
        return leastNanos + luck.below(mostNanos - leastNanos + 1, count);
    }
}

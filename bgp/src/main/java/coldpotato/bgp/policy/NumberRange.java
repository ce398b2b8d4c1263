package coldpotato.bgp.policy;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * A range of unsigned 32-bit numbers, both ends included.
 *
 * @param min the lowest
 * @param max the highest
 */
public record NumberRange(long min, long max) {
    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    /** Every number; written {@code *}. */
    public static final NumberRange ALL = new NumberRange(0, UNSIGNED_MAX);

    public NumberRange {
        checkArgument(0 <= min && min <= max && max <= UNSIGNED_MAX, "not a range of 32-bit numbers: %s..%s", min, max);
    }

    public static NumberRange of(long number) {
        return new NumberRange(number, number);
    }

    public static NumberRange atLeast(long min) {
        return new NumberRange(min, UNSIGNED_MAX);
    }

    public static NumberRange atMost(long max) {
        return new NumberRange(0, max);
    }

    /** Reads {@code 100}, {@code 100..200} or {@code *}; empty if it is none of them. */
    public static Optional<NumberRange> tryParse(String text) {
        if (text.equals("*")) {
            return Optional.of(ALL);
        }
        if (!text.matches("[0-9]{1,10}(\\.\\.[0-9]{1,10})?")) {
            return Optional.empty();
        }
        int dots = text.indexOf("..");
        long min = Long.parseLong(dots < 0 ? text : text.substring(0, dots));
        long max = dots < 0 ? min : Long.parseLong(text.substring(dots + 2));
        return min > max || max > UNSIGNED_MAX ? Optional.empty() : Optional.of(new NumberRange(min, max));
    }

    public boolean contains(long number) {
        return min <= number && number <= max;
    }

    /** As {@link #tryParse} reads it. */
    @Override
    public String toString() {
        return equals(ALL) ? "*" : min == max ? Long.toString(min) : min + ".." + max;
    }
}

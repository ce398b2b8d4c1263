package coldpotato.scenarios.file;

/**
 * A range of values of some unit, both ends included unless open.
 *
 * @param min the least
 * @param max the greatest
 * @param minOpen true if the lower end itself is not in it
 * @param maxOpen true if the upper end itself is not in it
 * @param text as the user wrote it
 */
public record AmountRange(double min, double max, boolean minOpen, boolean maxOpen, String text) {
    /** Of a value: what floating-point numbers leave when flows are added up. */
    private static final double ROUNDING = 1e-9;

    /** True if the value is in it, or on one of its ends but for rounding. */
    public boolean contains(double value) {
        return above(value) && below(value);
    }

    private boolean above(double value) {
        return minOpen ? value > min + tolerance(min) : value >= min - tolerance(min);
    }

    private boolean below(double value) {
        return maxOpen ? value < max - tolerance(max) : value <= max + tolerance(max);
    }

    private static double tolerance(double end) {
        return Math.abs(end) * ROUNDING;
    }

    @Override
    public String toString() {
        return text;
    }
}

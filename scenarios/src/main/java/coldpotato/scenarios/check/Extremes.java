package coldpotato.scenarios.check;

import coldpotato.scenarios.file.PercentRange;

/** What a percentage was over a period: its extremes, and the first instant at which it was not in the range expected. */
final class Extremes {
    private static final long NEVER = -1;

    private final PercentRange expected;
    private double min = Double.MAX_VALUE;
    private double max = -Double.MAX_VALUE;
    private long wrongSinceNanos = NEVER;

    Extremes(PercentRange expected) {
        this.expected = expected;
    }

    void add(long nanos, double percent) {
        min = Math.min(min, percent);
        max = Math.max(max, percent);
        if (wrongSinceNanos == NEVER && !expected.contains(percent)) {
            wrongSinceNanos = nanos;
        }
    }

    boolean holds() {
        return wrongSinceNanos == NEVER;
    }

    long wrongSinceNanos() {
        return wrongSinceNanos;
    }

    /** The extremes of what is called so, or the one value that it had. */
    Measure[] measures(String name) {
        return min == max
                ? new Measure[] {Measure.percent(name, min)}
                : new Measure[] {Measure.percent("least " + name, min), Measure.percent("most " + name, max)};
    }

    @Override
    public String toString() {
        return Percent.text(min, max);
    }
}

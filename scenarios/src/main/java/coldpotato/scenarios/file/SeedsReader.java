package coldpotato.scenarios.file;

/** With how many seeds an expectation is tried. */
final class SeedsReader {
    /** Enough for one in a thousand to show. */
    private static final int COUNT_MAX = 10_000;

    private static final PercentRange ALL = new PercentRange(100, 100, false, false, "100%");

    private static final Key<Integer> COUNT = Key.required(
            "count", Numbers.whole(1, COUNT_MAX), "how many; the first is the scenario's own, then one by one", "200");
    private static final Key<PercentRange> HOLD = Key.usual(
            "hold", Ranges.PERCENT, "100%", "share of the seeds with which the expectation has to hold", "99%..");

    private static final Shape SEEDS = Shape.of("seeds", COUNT, HOLD);

    static final Key<Seeds> KEY = Key.optional(
            "seeds",
            Value.either(
                    Numbers.whole(1, COUNT_MAX).map(count -> new Seeds(count, ALL)),
                    SEEDS.value().map(fields -> new Seeds(fields.get(COUNT), fields.get(HOLD)))),
            "the one seed of the run",
            "with how many seeds it is tried, and with how many it has to hold; a number alone: with all of them",
            "{count: 200, hold: 99%..}");

    private SeedsReader() {}
}

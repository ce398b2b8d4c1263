package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation;
import coldpotato.scenarios.file.Scenario;

/**
 * The stretch of a run that an expectation speaks of, both ends included; an instant if both are equal. An expectation that
 * does not say when speaks of the run from the first entry of the timeline on, because the start-up before it is no part of
 * the story; without a timeline it speaks of the end.
 *
 * @param fromNanos the first instant
 * @param toNanos the last
 * @param text as the user wrote it, empty for the whole run
 */
record Period(long fromNanos, long toNanos, String text) {

    static Period of(Expectation expectation, Scenario scenario) {
        return expectation
                .when()
                .map(when -> new Period(
                        scenario.times().nanos(when.from()), scenario.times().nanos(when.to()), when.toString()))
                .orElseGet(() -> whole(scenario));
    }

    private static Period whole(Scenario scenario) {
        long end = scenario.times().endNanos();
        long first = scenario.times().events().values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(end);
        return new Period(Math.min(first, end), end, "");
    }

    boolean isInstant() {
        return fromNanos == toNanos;
    }

    /** True if it is written down when. */
    boolean isSaid() {
        return !text.isEmpty();
    }

    boolean contains(long nanos) {
        return fromNanos <= nanos && nanos <= toNanos;
    }

    /** The same, cut off where the run ended. */
    Period until(long endNanos) {
        return toNanos <= endNanos ? this : new Period(Math.min(fromNanos, endNanos), endNanos, text);
    }

    @Override
    public String toString() {
        return isInstant() ? "at " + TimeText.of(fromNanos) : TimeText.of(fromNanos) + " .. " + TimeText.of(toNanos);
    }
}

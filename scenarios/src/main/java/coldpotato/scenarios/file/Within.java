package coldpotato.scenarios.file;

/**
 * A stretch of time after something: {@code 120s..180s after cut}.
 *
 * @param range how long after
 * @param after what it is counted from
 */
public record Within(DurationRange range, TimeExpression after) {

    /** The end of the stretch, or its beginning if it has no end. */
    TimeExpression latest() {
        long span = range.maxNanos() == Long.MAX_VALUE ? range.minNanos() : range.maxNanos();
        return new TimeExpression(after.anchor(), after.offsetNanos() + span, toString(), after.place());
    }

    @Override
    public String toString() {
        return range + " after " + after;
    }
}

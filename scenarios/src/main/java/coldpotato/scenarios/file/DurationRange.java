package coldpotato.scenarios.file;

/**
 * A range of durations, both ends included unless open.
 *
 * @param minNanos the shortest
 * @param maxNanos the longest, {@link Long#MAX_VALUE} for no limit
 * @param minOpen true if the lower end itself is not in it
 * @param maxOpen true if the upper end itself is not in it
 * @param text as the user wrote it
 */
public record DurationRange(long minNanos, long maxNanos, boolean minOpen, boolean maxOpen, String text) {

    public boolean contains(long nanos) {
        return (minOpen ? nanos > minNanos : nanos >= minNanos) && (maxOpen ? nanos < maxNanos : nanos <= maxNanos);
    }

    @Override
    public String toString() {
        return text;
    }
}

package coldpotato.scenarios.file;

/**
 * A range of counts, both ends included.
 *
 * @param min the fewest
 * @param max the most, {@link Long#MAX_VALUE} for no limit
 * @param text as the user wrote it
 */
public record CountRange(long min, long max, String text) {

    public boolean contains(long count) {
        return min <= count && count <= max;
    }

    @Override
    public String toString() {
        return text;
    }
}

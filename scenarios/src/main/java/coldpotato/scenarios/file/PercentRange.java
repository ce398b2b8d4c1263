package coldpotato.scenarios.file;

/**
 * A range of shares, both ends included unless open.
 *
 * @param min 0 to 100
 * @param max 0 to 100
 * @param minOpen true if the lower end itself is not in it
 * @param maxOpen true if the upper end itself is not in it
 * @param text as the user wrote it
 */
public record PercentRange(double min, double max, boolean minOpen, boolean maxOpen, String text) {

    public boolean contains(double percent) {
        return (minOpen ? percent > min : percent >= min) && (maxOpen ? percent < max : percent <= max);
    }

    @Override
    public String toString() {
        return text;
    }
}

package coldpotato.scenarios.file;

/**
 * With how many seeds an expectation is tried, and with how many of them it has to hold. The first seed is that of the scenario, the
 * others follow it one by one.
 *
 * @param count how many
 * @param hold share of them
 */
public record Seeds(int count, PercentRange hold) {
    @Override
    public String toString() {
        return "with " + hold + " of " + count + " seeds";
    }
}

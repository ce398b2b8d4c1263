package coldpotato.core.azure.grounds;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/**
 * A thing of which documents, or versions of one, say different things.
 *
 * @param assumption the choice between them; its usual value is the reading that we recommend
 * @param readings in the order of their dates, of which the first counts for all time before
 */
public record Conflict(Assumption assumption, ImmutableList<Reading> readings) {

    /**
     * What a document said.
     *
     * @param since when it said so first, as far as we have seen
     * @param value of the assumption
     * @param source the document
     */
    public record Reading(LocalDate since, String value, String source) {}

    /** What the documents of a day said. */
    public Reading on(LocalDate day) {
        return readings.stream()
                .filter(reading -> !reading.since().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(readings.get(0));
    }
}

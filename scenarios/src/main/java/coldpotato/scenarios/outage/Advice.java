package coldpotato.scenarios.outage;

import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;

/**
 * What follows from an outage.
 *
 * @param phase what the time went by with
 * @param nanos how much of it
 * @param ofNanos of how much
 * @param text what would have shortened it, or why nothing would
 * @param sources documents that say so, often none
 */
public record Advice(Phase phase, long nanos, long ofNanos, String text, ImmutableList<String> sources) {

    /** All in a sentence: {@code 2m27s of 2m42s were detection: turn BFD on ...}. */
    @Override
    public String toString() {
        return Durations.format(nanos) + " of " + Durations.format(ofNanos) + " were " + phase.text() + ": " + text
                + (sources.isEmpty() ? "" : " (" + String.join(", ", sources) + ")");
    }
}

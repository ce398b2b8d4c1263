package coldpotato.scenarios.run;

import coldpotato.scenarios.check.TimeText;

/**
 * One line of what mattered.
 *
 * @param timeNanos when, since the start of the run
 * @param text what happened, in words
 */
public record Moment(long timeNanos, String text) {
    @Override
    public String toString() {
        return TimeText.of(timeNanos) + " " + text;
    }
}

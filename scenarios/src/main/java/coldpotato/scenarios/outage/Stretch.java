package coldpotato.scenarios.outage;

import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.Outcome;

/**
 * A part of an outage in which the packets of one direction ended in one way at one place.
 *
 * @param direction whose packets
 * @param fromNanos its first instant
 * @param toNanos its end
 * @param outcome what became of them
 * @param place where
 * @param sentence the same in a sentence
 */
public record Stretch(
        FlowDirection direction, long fromNanos, long toNanos, Outcome outcome, String place, String sentence) {

    /** The same until later. */
    Stretch until(long nanos) {
        return new Stretch(direction, fromNanos, nanos, outcome, place, sentence);
    }

    boolean isLike(Stretch other) {
        return direction == other.direction && outcome == other.outcome && place.equals(other.place);
    }
}

package coldpotato.scenarios.outage;

import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.Outcome;
import java.util.Optional;

/**
 * A part of an outage in which the packets of one direction ended in one way at one place.
 *
 * @param direction whose packets
 * @param fromNanos its first instant
 * @param toNanos its end
 * @param outcome what became of them
 * @param place where
 * @param from the node that sent them there, empty if they started there
 * @param sentence the same in a sentence
 */
public record Stretch(
        FlowDirection direction,
        long fromNanos,
        long toNanos,
        Outcome outcome,
        String place,
        Optional<String> from,
        String sentence) {

    /** The same until later. */
    Stretch until(long nanos) {
        return new Stretch(direction, fromNanos, nanos, outcome, place, from, sentence);
    }

    /** True if the two are alike in when and what, whatever way led there. */
    boolean isAsLongAs(Stretch other) {
        return isLike(other) && fromNanos == other.fromNanos && toNanos == other.toNanos;
    }

    boolean isLike(Stretch other) {
        return direction == other.direction && outcome == other.outcome && place.equals(other.place);
    }
}

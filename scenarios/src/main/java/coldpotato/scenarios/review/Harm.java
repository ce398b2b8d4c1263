package coldpotato.scenarios.review;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What the flows of a group suffered in an incident.
 *
 * @param flow the group
 * @param called the same with what it is about
 * @param flows how many flows the group has
 * @param hit how many were out for a time
 * @param impaired how many lost packets, those included that were out
 * @param shortestNanos the shortest time for which a flow was out that was hit; what both directions lost counts once
 * @param longestNanos the longest
 * @param losses what became of packets, the most flows first
 */
public record Harm(
        String flow,
        String called,
        int flows,
        int hit,
        int impaired,
        long shortestNanos,
        long longestNanos,
        ImmutableList<Losses> losses) {

    /**
     * Flows whose packets met with the same in a direction.
     *
     * @param direction {@code to-site} or {@code to-azure}
     * @param flows how many
     * @param fromNanos when the first packet was lost
     * @param untilNanos when the last of them arrived again, or the end of the run
     * @param shortestNanos how long it was for the flow for which it was shortest
     * @param longestNanos and for which it was longest
     * @param episodes what became of them, in the order of time
     */
    public record Losses(
            String direction,
            int flows,
            long fromNanos,
            long untilNanos,
            long shortestNanos,
            long longestNanos,
            ImmutableList<Episode> episodes) {}

    /**
     * A time in which packets ended in one way.
     *
     * @param fromNanos since when
     * @param outcome the name of the outcome and its place
     * @param sentence the same in a sentence
     * @param after what was done to the network that made them end so, if it is not what the incident goes back to
     */
    public record Episode(long fromNanos, String outcome, String sentence, Optional<Trigger> after) {}
}

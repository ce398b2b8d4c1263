package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * How a router shares a full link among classes of traffic: each class has its part for certain, and what one does not use goes
 * to the others in proportion to theirs, as weighted fair queueing does.
 *
 * @param percentByDscp the part of a mark, 1 to 100 in all no more than 100; packets with other marks share the rest as one more class
 */
public record Queues(ImmutableMap<Integer, Integer> percentByDscp) {
    private static final int ALL = 100;
    /** What the class of all other packets gets if the file leaves nothing to it: without any it would starve for ever. */
    private static final double LEAST_PERCENT = 1;

    public Queues {
        checkArgument(
                percentByDscp.values().stream().allMatch(percent -> percent > 0)
                        && percentByDscp.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()
                                <= ALL,
                "parts of a link are more than nothing and no more than all of it");
    }

    /** How many queues there are; the last one is for all marks that have none of their own. */
    public int count() {
        return percentByDscp.size() + 1;
    }

    /** The queue of packets with a mark, counted from 0. */
    public int queue(int dscp) {
        int own = percentByDscp.keySet().asList().indexOf(dscp);
        return own < 0 ? percentByDscp.size() : own;
    }

    /** The weights of all queues. */
    public ImmutableList<Double> weights() {
        double left = ALL
                - percentByDscp.values().stream().mapToInt(Integer::intValue).sum();
        return ImmutableList.<Double>builder()
                .addAll(percentByDscp.values().stream()
                        .map(Integer::doubleValue)
                        .iterator())
                .add(Math.max(left, LEAST_PERCENT))
                .build();
    }
}

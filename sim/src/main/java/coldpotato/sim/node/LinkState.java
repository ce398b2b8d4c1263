package coldpotato.sim.node;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * What one router tells all others of its IGP domain about itself.
 *
 * @param node who
 * @param sequence grows with each new edition
 * @param adjacencies neighbours it can talk to
 * @param stubs prefixes that are reached through it
 */
record LinkState(String node, long sequence, ImmutableList<Adjacency> adjacencies, ImmutableList<Stub> stubs) {

    /**
     * A neighbour.
     *
     * @param link by which it is reached
     * @param neighbour its name
     * @param cost of leaving by that link, at least 1
     */
    record Adjacency(String link, String neighbour, long cost) {}

    /**
     * A prefix at a router.
     *
     * @param prefix which
     * @param cost from the router on
     */
    record Stub(Prefix prefix, long cost) {}

    boolean isNewerThan(LinkState other) {
        return other == null || sequence > other.sequence;
    }
}

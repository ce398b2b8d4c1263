package coldpotato.sim.plan;

import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;

/**
 * A BGP session: two neighbours configured for each other, or at least meant to be.
 *
 * @param name unique in the plan; both ends' settings carry it
 * @param nodeA the node of one end: the customer's, where there is one
 * @param a that end's settings
 * @param nodeB the node of the other end: Microsoft's, where there is one
 * @param b the other end's settings
 * @param closed why the other end has taken the neighbour out of its configuration while the one end goes on trying; empty
 *     if it has not
 * @param provenance where it comes from
 */
public record SessionPlan(
        String name,
        String nodeA,
        PeerConfig a,
        String nodeB,
        PeerConfig b,
        Optional<String> closed,
        Provenance provenance) {
    private static final Policy SILENCE = new Policy(
            "drained",
            ImmutableList.of(),
            new PolicyRule("drained", ImmutableList.of(), ImmutableList.of(), PolicyAction.REFUSE, ""));

    /** True if both ends have it configured. */
    public boolean enabled() {
        return closed.isEmpty();
    }

    /** The same session on which these nodes announce nothing. */
    SessionPlan silenced(Set<String> nodes) {
        return new SessionPlan(
                name,
                nodeA,
                nodes.contains(nodeA) ? silent(a) : a,
                nodeB,
                nodes.contains(nodeB) ? silent(b) : b,
                closed,
                provenance);
    }

    /** The same session on which these nodes tell what they should filter, of these blocks or of everything. */
    SessionPlan leaking(Set<String> nodes, ImmutableSet<Prefix> blocks) {
        return new SessionPlan(
                name,
                nodeA,
                nodes.contains(nodeA) ? leaking(a, blocks) : a,
                nodeB,
                nodes.contains(nodeB) ? leaking(b, blocks) : b,
                closed,
                provenance);
    }

    private static PeerConfig leaking(PeerConfig end, ImmutableSet<Prefix> blocks) {
        return end.toBuilder().exportPolicy(end.exportPolicy().leaking(blocks)).build();
    }

    private static PeerConfig silent(PeerConfig end) {
        return end.toBuilder().exportPolicy(SILENCE).build();
    }
}

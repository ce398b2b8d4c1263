package coldpotato.sim.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A network as data: what the ExpressRoute model, an AS graph or a gadget is compiled into. Names are unique over nodes,
 * links, sessions and groups together.
 *
 * @param nodes routers, host networks and clouds by name
 * @param links what joins two nodes, by name
 * @param sessions BGP sessions by name
 * @param feeds routes of one node programmed into another's table, by name
 * @param groups further names for sets of elements: a fibre, a device, a whole circuit (shared risk); values are names of
 *     nodes, links, sessions or groups
 */
public record NetworkPlan(
        ImmutableMap<String, NodePlan> nodes,
        ImmutableMap<String, LinkPlan> links,
        ImmutableMap<String, SessionPlan> sessions,
        ImmutableMap<String, FeedPlan> feeds,
        ImmutableMap<String, ImmutableSet<String>> groups) {

    /** The same network with nobody in it who would speak for these nodes; their sessions still lead to them. */
    public NetworkPlan withoutSpeakers(Set<String> silent) {
        Map<String, NodePlan> changed = new LinkedHashMap<>(nodes);
        changed.replaceAll((name, node) -> silent.contains(name) ? node.withoutSpeaker() : node);
        return new NetworkPlan(ImmutableMap.copyOf(changed), links, sessions, feeds, groups);
    }
}

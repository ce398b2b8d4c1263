package coldpotato.sim.plan;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network as data: what a model, an AS graph or a gadget is compiled into. Names are unique over nodes,
 * links, sessions and groups together.
 *
 * @param nodes routers, host networks and clouds by name
 * @param links what joins two nodes, by name
 * @param sessions BGP sessions by name
 * @param feeds routes of one node programmed into another's table, by name
 * @param groups further names for sets of elements: a fibre, a device, a whole service (shared risk); values are names of
 *     nodes, links, sessions or groups
 */
public record NetworkPlan(
        ImmutableMap<String, NodePlan> nodes,
        ImmutableMap<String, LinkPlan> links,
        ImmutableMap<String, SessionPlan> sessions,
        ImmutableMap<String, FeedPlan> feeds,
        ImmutableMap<String, ImmutableSet<String>> groups) {

    /** The same network in which these nodes announce nothing and feed nobody, and otherwise go on as before. */
    public NetworkPlan drained(Set<String> nodes) {
        Map<String, SessionPlan> changed = new LinkedHashMap<>(sessions);
        changed.replaceAll((name, session) -> session.silenced(nodes));
        Map<String, FeedPlan> fed = new LinkedHashMap<>(feeds);
        fed.values().removeIf(feed -> nodes.contains(feed.from()));
        return nodes.isEmpty()
                ? this
                : new NetworkPlan(this.nodes, links, ImmutableMap.copyOf(changed), ImmutableMap.copyOf(fed), groups);
    }

    /**
     * The same network in which export policies fail to filter.
     *
     * @param by the node, or the group, that fails to
     * @param to names of sessions, links or neighbours that are told too much; all outside its AS if empty
     * @param blocks what leaks, with everything inside; everything if empty
     */
    public NetworkPlan leaking(String by, ImmutableSet<String> to, ImmutableSet<Prefix> blocks) {
        Leakage leakage = new Leakage(this, by, to);
        Map<String, SessionPlan> changed = new LinkedHashMap<>(sessions);
        changed.replaceAll((name, session) -> session.leaking(leakage.ends(session), blocks));
        return new NetworkPlan(nodes, links, ImmutableMap.copyOf(changed), feeds, groups);
    }

    /** All that either of two plans has. What both have is as in the other one, and groups hold what they hold in either. */
    NetworkPlan with(NetworkPlan other) {
        return new NetworkPlan(
                union(nodes, other.nodes),
                union(links, other.links),
                union(sessions, other.sessions),
                union(feeds, other.feeds),
                Stream.of(groups, other.groups)
                        .flatMap(each -> each.entrySet().stream())
                        .collect(ImmutableMap.toImmutableMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, two) -> Sets.union(one, two)
                                        .immutableCopy())));
    }

    private static <T> ImmutableMap<String, T> union(ImmutableMap<String, T> one, ImmutableMap<String, T> other) {
        return ImmutableMap.<String, T>builder().putAll(one).putAll(other).buildKeepingLast();
    }

    /** The same network with nobody in it who would speak for these nodes; their sessions still lead to them. */
    public NetworkPlan withoutSpeakers(Set<String> silent) {
        Map<String, NodePlan> changed = new LinkedHashMap<>(nodes);
        changed.replaceAll((name, node) -> silent.contains(name) ? node.withoutSpeaker() : node);
        return new NetworkPlan(ImmutableMap.copyOf(changed), links, sessions, feeds, groups);
    }
}

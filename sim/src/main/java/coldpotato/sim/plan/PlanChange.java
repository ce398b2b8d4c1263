package coldpotato.sim.plan;

import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.sim.node.Network;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a running network what another plan says, touching only what is different. A node that is new boots at this instant; one
 * that is gone loses its power. What a running router or a laid cable cannot become is another one of the same name in its
 * place, without the faults of the former.
 */
final class PlanChange {
    private final Network network;
    private final Assembly assembly;
    private final NetworkPlan before;
    private final NetworkPlan after;
    private final PlanDiff diff;
    /** Nodes whose place another one of the same name takes. */
    private final ImmutableSortedSet<String> replacedNodes;
    /** Links that are taken up because they cannot stay as they are, to be laid anew or not. */
    private final ImmutableSortedSet<String> takenUp;

    PlanChange(Network network, Assembly assembly, NetworkPlan before, NetworkPlan after) {
        this.network = network;
        this.assembly = assembly;
        this.before = before;
        this.after = after;
        this.diff = PlanDiff.between(before, after);
        this.replacedNodes = replaced(
                diff.nodes(),
                name -> before.nodes().get(name).canBecome(after.nodes().get(name)));
        this.takenUp = ImmutableSortedSet.copyOf(Sets.union(
                replaced(
                        diff.links(),
                        name -> before.links().get(name).canBecome(after.links().get(name))),
                linksAtReplacedNodes()));
    }

    private static ImmutableSortedSet<String> replaced(PlanDiff.Changes changes, Function<String, Boolean> inPlace) {
        return changes.changed().stream()
                .filter(name -> !inPlace.apply(name))
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    }

    private Set<String> linksAtReplacedNodes() {
        return before.links().values().stream()
                .filter(link -> isReplaced(link.a()) || isReplaced(link.b()))
                .map(LinkPlan::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isReplaced(LinkPlan.End end) {
        return replacedNodes.contains(end.node());
    }

    void apply() {
        ImmutableSet<String> feeds = feedsToRenew();
        feeds.stream().filter(before.feeds()::containsKey).forEach(network::removeFeed);
        replacedNodes.forEach(this::powerOff);
        takenUp.forEach(network::removeLink);
        replacedNodes.forEach(network::removeRouter);
        add();
        changeInPlace();
        changedSpeakers().forEach((node, settings) -> network.speaker(node).reconfigure(settings));
        // Sessions over links that go end at both ends by their settings; no message needs to cross.
        diff.nodes().removed().forEach(this::powerOff);
        Sets.difference(ImmutableSortedSet.copyOf(diff.links().removed()), takenUp)
                .forEach(network::removeLink);
        diff.nodes().removed().forEach(network::removeRouter);
        feeds.stream()
                .filter(after.feeds()::containsKey)
                .forEach(feed -> assembly.addFeed(after.feeds().get(feed)));
        newNodes().forEach(node -> network.router(node).start(now()));
    }

    private void powerOff(String node) {
        network.router(node).retire(now());
    }

    private long now() {
        return network.simulation().nowNanos();
    }

    private Iterable<String> newNodes() {
        return Iterables.concat(diff.nodes().added(), replacedNodes);
    }

    private void add() {
        newNodes().forEach(node -> assembly.addNode(after.nodes().get(node)));
        Iterables.concat(diff.links().added(), takenUp).forEach(this::addLink);
        newNodes().forEach(node -> assembly.addSpeaker(after, after.nodes().get(node)));
    }

    private void addLink(String name) {
        if (after.links().containsKey(name)) {
            assembly.addLink(after, after.links().get(name));
        }
    }

    private void changeInPlace() {
        Sets.difference(ImmutableSortedSet.copyOf(diff.links().changed()), takenUp)
                .forEach(link -> new LinkChange(network, before, after, link).apply());
        Sets.difference(ImmutableSortedSet.copyOf(diff.nodes().changed()), replacedNodes)
                .forEach(node -> new NodeChange(
                                network,
                                assembly,
                                before.nodes().get(node),
                                after.nodes().get(node))
                        .apply());
    }

    /** Feeds that come, go or are different, and those from or to a node that is replaced. */
    private ImmutableSet<String> feedsToRenew() {
        Set<String> renewed = new TreeSet<>();
        Iterables.addAll(
                renewed,
                Iterables.concat(
                        diff.feeds().added(),
                        diff.feeds().removed(),
                        diff.feeds().changed()));
        for (FeedPlan feed : after.feeds().values()) {
            if (replacedNodes.contains(feed.from()) || replacedNodes.contains(feed.to())) {
                renewed.add(feed.name());
            }
        }
        return ImmutableSet.copyOf(renewed);
    }

    /** Speakers that stay and whose neighbours or whose way to decide are different, in the order of the plan, with their settings. */
    private Map<String, SpeakerConfig> changedSpeakers() {
        Set<String> touched = touchedNodes();
        Map<String, SpeakerConfig> changed = new LinkedHashMap<>();
        for (NodePlan node : after.nodes().values()) {
            if (touched.contains(node.name()) && node.asn() != 0) {
                SpeakerConfig settings = Assembly.speakerConfig(after, node);
                if (!settings.equals(
                        Assembly.speakerConfig(before, before.nodes().get(node.name())))) {
                    changed.put(node.name(), settings);
                }
            }
        }
        return changed;
    }

    /** Nodes that stay and are different themselves, and both ends of sessions that came, went or are different. */
    private Set<String> touchedNodes() {
        Set<String> touched = new LinkedHashSet<>(diff.nodes().changed());
        PlanDiff.Changes sessions = diff.sessions();
        for (String name : Iterables.concat(sessions.added(), sessions.removed(), sessions.changed())) {
            for (NetworkPlan plan : List.of(before, after)) {
                SessionPlan session = plan.sessions().get(name);
                if (session != null) {
                    touched.add(session.nodeA());
                    touched.add(session.nodeB());
                }
            }
        }
        newNodes().forEach(touched::remove);
        return touched;
    }
}

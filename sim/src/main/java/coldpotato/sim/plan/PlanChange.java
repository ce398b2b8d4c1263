package coldpotato.sim.plan;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a running network what another plan says, touching only what is different. */
final class PlanChange {
    private final Network network;
    private final Assembly assembly;
    private final NetworkPlan before;
    private final NetworkPlan after;
    private final PlanDiff diff;

    PlanChange(Network network, Assembly assembly, NetworkPlan before, NetworkPlan after) {
        this.network = network;
        this.assembly = assembly;
        this.before = before;
        this.after = after;
        this.diff = PlanDiff.between(before, after);
    }

    void apply() {
        checkArgument(
                diff.nodes().added().isEmpty() && diff.nodes().removed().isEmpty(),
                "nodes cannot come or go while the network runs: %s",
                diff.nodes());
        endFeeds();
        diff.links()
                .added()
                .forEach(link -> assembly.addLink(after, after.links().get(link)));
        diff.links().changed().forEach(this::changeLink);
        diff.nodes().changed().forEach(this::changeNode);
        changedSpeakers().forEach((node, settings) -> network.speaker(node).reconfigure(settings));
        // Sessions over links that go end at both ends by their settings; no message needs to cross.
        diff.links().removed().forEach(network::removeLink);
        beginFeeds();
    }

    private void endFeeds() {
        diff.feeds().removed().forEach(network::removeFeed);
        diff.feeds().changed().forEach(network::removeFeed);
    }

    private void beginFeeds() {
        diff.feeds().added().forEach(feed -> assembly.addFeed(after.feeds().get(feed)));
        diff.feeds().changed().forEach(feed -> assembly.addFeed(after.feeds().get(feed)));
    }

    private void changeLink(String name) {
        LinkPlan was = before.links().get(name);
        LinkPlan is = after.links().get(name);
        network.links().link(name).tag(is.a().vlan(), is.b().vlan());
        network.links().link(name).baseDelay(is.delayNanos());
        if (!was.a().addresses().equals(is.a().addresses())) {
            network.router(is.a().node()).readdress(name, Assembly.addresses(is.a()));
        }
        if (!was.b().addresses().equals(is.b().addresses())) {
            network.router(is.b().node()).readdress(name, Assembly.addresses(is.b()));
        }
    }

    private void changeNode(String name) {
        NodePlan was = before.nodes().get(name);
        NodePlan is = after.nodes().get(name);
        Router router = network.router(name);
        router.fibDelay(is.fibDelayNanos());
        if (!was.statics().equals(is.statics())) {
            router.statics(is.statics());
        }
        Sets.difference(was.attached(), is.attached()).forEach(router::detach);
        Sets.difference(is.attached(), was.attached()).forEach(router::attach);
        Sets.difference(was.pinned(), is.pinned()).forEach(router::unpin);
        Sets.difference(is.pinned(), was.pinned()).forEach(router::pin);
        changeOriginations(was, is);
    }

    private void changeOriginations(NodePlan was, NodePlan is) {
        Map<Prefix, Origination> old = byPrefix(was);
        Map<Prefix, Origination> now = byPrefix(is);
        Sets.difference(old.keySet(), now.keySet()).forEach(prefix -> assembly.withdraw(is.name(), prefix));
        now.forEach((prefix, origination) -> {
            if (!origination.equals(old.get(prefix))) {
                assembly.originate(is.name(), origination);
            }
        });
    }

    private static Map<Prefix, Origination> byPrefix(NodePlan node) {
        return node.originations().stream()
                .collect(Collectors.toMap(Origination::prefix, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    /** Speakers whose neighbours or whose way to decide are different, in the order of the plan, with their new settings. */
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

    /** Nodes that are different themselves, and both ends of sessions that came, went or are different. */
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
        return touched;
    }
}

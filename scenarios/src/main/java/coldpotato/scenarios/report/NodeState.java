package coldpotato.scenarios.report;

import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.node.Router;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.PlanNames;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One node of a network that stands still, as show commands see it.
 *
 * @param network at the time in question
 * @param node the node's name
 * @param external routers of which nothing is known but what they do to their neighbours
 */
public record NodeState(SimulatedNetwork network, String node, ImmutableSet<String> external) implements BgpState {

    /** Every node. */
    public static ImmutableList<NodeState> all(SimulatedNetwork network) {
        return states(network, network.plan().nodes().keySet());
    }

    /**
     * The nodes that a name stands for.
     *
     * @throws Unanswerable if there are none
     */
    public static ImmutableList<NodeState> named(SimulatedNetwork network, String name) {
        PlanNames names = network.names();
        if (names.nodes(name).isEmpty()) {
            throw names.exists(name)
                    ? new Unanswerable("\"" + name + "\" is no node but " + whatElse(names, name))
                    : Unanswerable.unknown("node", name, names.namesOfNodes());
        }
        return states(network, names.nodes(name));
    }

    private static String whatElse(PlanNames names, String name) {
        if (names.links(name).contains(name)) {
            return "a link";
        }
        return names.sessions(name).contains(name) ? "a session" : "a group without nodes";
    }

    private static ImmutableList<NodeState> states(SimulatedNetwork network, Collection<String> nodes) {
        return nodes.stream()
                .map(node -> new NodeState(network, node, ImmutableSet.of()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The same where these routers are external. */
    NodeState beside(ImmutableSet<String> others) {
        return new NodeState(network, node, others);
    }

    /** True if it is configured to speak BGP, whether it runs or not. */
    public boolean hasSpeaker() {
        return network.network().hasSpeaker(node);
    }

    @Override
    public long nowNanos() {
        return network.nowNanos();
    }

    NodePlan plan() {
        return network.plan().nodes().get(node);
    }

    Router router() {
        return network.router(node);
    }

    @Override
    public Optional<BgpSpeaker> speaker() {
        return network.speaker(node);
    }

    @Override
    public Optional<BfdView> bfd(String session) {
        return network.bfd(node, session);
    }

    @Override
    public String noBgp() {
        return router().isRunning() ? node + " speaks no BGP." : node + " is not running.";
    }

    @Override
    public String neighbour(String session) {
        SessionPlan planned = network.plan().sessions().get(session);
        if (planned == null) {
            return "";
        }
        return planned.nodeA().equals(node) ? planned.nodeB() : planned.nodeA();
    }

    @Override
    public OptionalLong upOrDownNanos(String session) {
        return Stream.of(TraceKind.SESSION_UP, TraceKind.SESSION_DOWN)
                .flatMap(kind -> last(kind, event -> event.field("session").equals(session)).stream())
                .mapToLong(TraceEvent::timeNanos)
                .max();
    }

    @Override
    public String placeOf(String session) {
        SessionPlan planned = network.plan().sessions().get(session);
        return planned == null || planned.provenance().place().isEmpty()
                ? ""
                : " (" + planned.provenance().place() + ")";
    }

    @Override
    public Optional<TraceEvent> lastDown(String session) {
        return last(TraceKind.SESSION_DOWN, event -> event.field("session").equals(session));
    }

    /** The last thing of a kind that happened at this node. */
    Optional<TraceEvent> last(TraceKind kind, Predicate<TraceEvent> which) {
        List<TraceEvent> events = network.trace().events();
        for (int i = events.size() - 1; i >= 0; i--) {
            TraceEvent event = events.get(i);
            if (event.kind() == kind && event.node().equals(node) && which.test(event)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** How long ago the last thing of a kind happened, as routers write it; empty if it never did. */
    String age(TraceKind kind, String field, String value) {
        return last(kind, event -> event.field(field).equals(value))
                .map(event -> RunTimes.age(nowNanos() - event.timeNanos()))
                .orElse("");
    }
}

package coldpotato.scenarios.report;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.node.Router;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
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
 */
public record NodeState(SimulatedNetwork network, String node) {

    public long nowNanos() {
        return network.nowNanos();
    }

    NodePlan plan() {
        return network.plan().nodes().get(node);
    }

    Router router() {
        return network.router(node);
    }

    Optional<BgpSpeaker> speaker() {
        return network.speaker(node);
    }

    /** How BFD for a session stands, empty if none runs. */
    Optional<BfdView> bfd(String session) {
        return network.bfd(node, session);
    }

    /** Why there is no BGP to show. */
    String noBgp() {
        return router().isRunning() ? node + " speaks no BGP." : node + " is not running.";
    }

    /** The first line of everything that BGP shows. */
    String bgpIdentity(BgpSpeaker speaker) {
        return "BGP router identifier " + speaker.config().routerId() + ", local AS number "
                + Integer.toUnsignedString(speaker.config().localAs());
    }

    /** The families that a neighbour is configured for. */
    static ImmutableList<AfiSafi> families(BgpSpeaker speaker) {
        ImmutableList.Builder<AfiSafi> families = ImmutableList.builder();
        for (AfiSafi family : AfiSafi.values()) {
            if (speaker.peers().stream()
                    .anyMatch(peer -> peer.config().families().contains(family))) {
                families.add(family);
            }
        }
        return families.build();
    }

    /** The node at the other end of a session, empty if the plan has no such session. */
    String neighbour(String session) {
        SessionPlan planned = network.plan().sessions().get(session);
        if (planned == null) {
            return "";
        }
        return planned.nodeA().equals(node) ? planned.nodeB() : planned.nodeA();
    }

    /** When a session last came up or went down, empty if it was never up. */
    OptionalLong upOrDownNanos(String session) {
        return Stream.of(TraceKind.SESSION_UP, TraceKind.SESSION_DOWN)
                .flatMap(kind -> last(kind, event -> event.field("session").equals(session)).stream())
                .mapToLong(TraceEvent::timeNanos)
                .max();
    }

    /** Where a session is configured, in parentheses after a blank; empty if no file says it. */
    String placeOf(String session) {
        SessionPlan planned = network.plan().sessions().get(session);
        return planned == null || planned.provenance().place().isEmpty()
                ? ""
                : " (" + planned.provenance().place() + ")";
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

package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Expectation.Claim;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.Expectation.OfInterface;
import coldpotato.scenarios.file.Expectation.OfRoute;
import coldpotato.scenarios.file.Expectation.OfSession;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Routers whose place something else takes, so that nobody knows their tables, nor where they send packets. Sessions with them
 * are judged by our end.
 */
public final class BlindSpot {
    private final ImmutableSet<String> external;

    public BlindSpot(ImmutableSet<String> external) {
        this.external = external;
    }

    /** Why a claim cannot be judged, empty if it can. */
    Optional<String> hides(Claim claim, Period period, SimulatedNetwork network) {
        return hidden(claim, period, network).findFirst().map(router -> "not judged: " + router + " is external");
    }

    /** True if an event tells of flows of which some came to such a router: what became of them nobody knows. */
    public boolean hides(TraceEvent event, SimulatedNetwork network) {
        if (external.isEmpty() || event.kind() != TraceKind.FLOW_CHANGED) {
            return false;
        }
        FlowDirection direction = FlowDirection.valueOf(Ascii.toUpperCase(event.field("direction")));
        return network.flows().group(event.node()).paths(direction, event.timeNanos()).keySet().stream()
                .flatMap(this::passed)
                .findAny()
                .isPresent();
    }

    private Stream<String> hidden(Claim claim, Period period, SimulatedNetwork network) {
        if (external.isEmpty()) {
            return Stream.empty();
        } else if (claim instanceof OfRoute of) {
            return network.names().nodes(of.node()).stream().filter(external::contains);
        } else if (claim instanceof OfInterface of) {
            return network.names().nodes(of.node()).stream().filter(external::contains);
        } else if (claim instanceof OfSession of) {
            Stream<String> ends = Stream.concat(of.receiver().stream(), of.node().stream());
            return Stream.concat(ends.filter(external::contains), betweenOthers(of, network));
        } else if (claim instanceof OfFlow of) {
            return passed(network.flows().group(of.flow()), period);
        }
        return Stream.empty();
    }

    /** One of the ends of a session that has none of ours. */
    private Stream<String> betweenOthers(OfSession claim, SimulatedNetwork network) {
        return Optional.ofNullable(network.plan().sessions().get(claim.session())).stream()
                .filter(session -> external.contains(session.nodeA()) && external.contains(session.nodeB()))
                .map(session -> session.nodeA());
    }

    /** The routers that the flows came to. */
    private Stream<String> passed(GroupFlows flows, Period period) {
        return Stream.of(FlowDirection.values())
                .flatMap(direction -> flows.cohorts().stream().flatMap(cohort -> cohort.spans(direction).stream()))
                .filter(span -> span.fromNanos() <= period.toNanos())
                .flatMap(span -> passed(span.walk()));
    }

    private Stream<String> passed(Walk walk) {
        return walk.nodes().stream().filter(external::contains);
    }
}

package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Where the elements come from that the events of a trace are about. */
public final class Origins {
    private final Scenario scenario;
    private final Optional<NetworkPlan> plan;

    /** @param plan all that the network had at some time, empty if there was none */
    public Origins(Scenario scenario, Optional<NetworkPlan> plan) {
        this.scenario = scenario;
        this.plan = plan;
    }

    /** The session, if the event is of one, otherwise the node, link or flow group; empty for anything else. */
    public Optional<Provenance> of(TraceEvent event) {
        return switch (event.kind()) {
            case RUN_STARTED, LIMIT_REACHED -> Optional.empty();
            case REFUSED -> Optional.of(written(event.node()));
            case FLOW_CHANGED -> Optional.of(written("flows." + event.node()));
            default ->
                event.kind() != TraceKind.INJECTED && !event.field("session").isEmpty()
                        ? session(event.field("session"))
                        : element(event.node());
        };
    }

    private Provenance written(String modelPath) {
        return new Provenance(modelPath, scenario.network().place(modelPath), ImmutableList.of());
    }

    private Optional<Provenance> session(String name) {
        return plan.map(any -> any.sessions().get(name)).map(SessionPlan::provenance);
    }

    private Optional<Provenance> element(String name) {
        return plan.map(any -> any.nodes().get(name))
                .map(NodePlan::provenance)
                .or(() -> plan.map(any -> any.links().get(name)).map(LinkPlan::provenance))
                .or(() -> session(name));
    }
}

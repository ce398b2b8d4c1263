package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Where the elements come from that the events of a trace are about. */
public final class Origins {
    private final Scenario scenario;
    private final Optional<NetworkPlan> plan;
    private final Premises premises;

    /**
     * @param plan all that the network had at some time, empty if there was none
     * @param premises what it rests on that things were done to it when they were
     */
    public Origins(Scenario scenario, Optional<NetworkPlan> plan, Premises premises) {
        this.scenario = scenario;
        this.plan = plan;
        this.premises = premises;
    }

    /** The session, if the event is of one, otherwise the node, link or flow group; empty for anything else. */
    public Optional<Provenance> of(TraceEvent event) {
        return switch (event.kind()) {
            case RUN_STARTED, LIMIT_REACHED -> Optional.empty();
            case REFUSED -> Optional.of(written(event.node()));
            case FLOW_CHANGED -> Optional.of(written("flows." + event.node()));
            case INJECTED -> done(event);
            default -> event.field("session").isEmpty() ? element(event.node()) : session(event.field("session"));
        };
    }

    /** What was done at a time that an assumption decided rests on that, too. */
    private Optional<Provenance> done(TraceEvent event) {
        ImmutableSet<String> timing = premises.times().get(event.timeNanos());
        Optional<Provenance> element = element(event.node());
        return timing.isEmpty()
                ? element
                : Optional.of(element.orElse(Provenance.NONE).resting(timing));
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

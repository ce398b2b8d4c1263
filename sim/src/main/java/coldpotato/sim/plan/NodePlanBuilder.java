package coldpotato.sim.plan;

import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.core.net.EcmpHashing;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FibDelays;
import coldpotato.sim.node.MiddleboxConfig;
import coldpotato.sim.node.StaticRoute;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;

/** Puts a {@link NodePlan} together; each method sets the component of the same name. */
public final class NodePlanBuilder {
    private final String name;
    private final String role;
    private final Supplier<Provenance> provenance;
    private IpAddress routerId = IpAddress.parse("0.0.0.0");
    private IpAddress clusterId = routerId;
    private int asn = 0;
    private ImmutableList<IpAddress> loopbacks = ImmutableList.of();
    private ImmutableSet<Prefix> attached = ImmutableSet.of();
    private ImmutableSet<Prefix> pinned = ImmutableSet.of();
    private ImmutableList<StaticRoute> statics = ImmutableList.of();
    private ImmutableList<Origination> originations = ImmutableList.of();
    private String igpDomain = "";
    private DecisionProcess decision = DecisionProcess.RFC4271;
    private EcmpHashing ecmpHashing = EcmpHashing.RESILIENT;
    private FibDelays fibDelays = FibDelays.of(0);
    private boolean installedOnly = false;
    private long spfDelayNanos = 0;
    private ImmutableList<MiddleboxConfig> middleboxes = ImmutableList.of();

    NodePlanBuilder(String name, String role, Supplier<Provenance> provenance) {
        this.name = name;
        this.role = role;
        this.provenance = provenance;
    }

    NodePlanBuilder(NodePlan from) {
        this(from.name(), from.role(), from::provenance);
        routerId = from.routerId();
        clusterId = from.clusterId();
        asn = from.asn();
        loopbacks = from.loopbacks();
        attached = from.attached();
        pinned = from.pinned();
        statics = from.statics();
        originations = from.originations();
        igpDomain = from.igpDomain();
        decision = from.decision();
        ecmpHashing = from.ecmpHashing();
        fibDelays = from.fibDelays();
        installedOnly = from.installedOnly();
        spfDelayNanos = from.spfDelayNanos();
        middleboxes = from.middleboxes();
    }

    /** Its BGP identifier, and its cluster unless another is said after. */
    public NodePlanBuilder routerId(IpAddress value) {
        routerId = value;
        clusterId = value;
        return this;
    }

    public NodePlanBuilder clusterId(IpAddress value) {
        clusterId = value;
        return this;
    }

    public NodePlanBuilder asn(int value) {
        asn = value;
        return this;
    }

    public NodePlanBuilder loopbacks(ImmutableList<IpAddress> value) {
        loopbacks = value;
        return this;
    }

    public NodePlanBuilder attached(ImmutableSet<Prefix> value) {
        attached = value;
        return this;
    }

    public NodePlanBuilder pinned(ImmutableSet<Prefix> value) {
        pinned = value;
        return this;
    }

    public NodePlanBuilder statics(ImmutableList<StaticRoute> value) {
        statics = value;
        return this;
    }

    /** Adds static routes after those that are there. */
    public NodePlanBuilder addStatics(ImmutableList<StaticRoute> more) {
        statics = ImmutableList.<StaticRoute>builder()
                .addAll(statics)
                .addAll(more)
                .build();
        return this;
    }

    public NodePlanBuilder originations(ImmutableList<Origination> value) {
        originations = value;
        return this;
    }

    public NodePlanBuilder igpDomain(String value) {
        igpDomain = value;
        return this;
    }

    public NodePlanBuilder decision(DecisionProcess value) {
        decision = value;
        return this;
    }

    public NodePlanBuilder ecmpHashing(EcmpHashing value) {
        ecmpHashing = value;
        return this;
    }

    public NodePlanBuilder fibDelays(FibDelays value) {
        fibDelays = value;
        return this;
    }

    /** The same delay for every change. */
    public NodePlanBuilder fibDelayNanos(long value) {
        return fibDelays(FibDelays.of(value));
    }

    public NodePlanBuilder installedOnly(boolean value) {
        installedOnly = value;
        return this;
    }

    public NodePlanBuilder spfDelayNanos(long value) {
        spfDelayNanos = value;
        return this;
    }

    public NodePlanBuilder middleboxes(ImmutableList<MiddleboxConfig> value) {
        middleboxes = value;
        return this;
    }

    public NodePlan build() {
        return new NodePlan(
                name,
                role,
                asn,
                routerId,
                clusterId,
                loopbacks,
                attached,
                pinned,
                statics,
                originations,
                igpDomain,
                decision,
                ecmpHashing,
                fibDelays,
                installedOnly,
                spfDelayNanos,
                middleboxes,
                provenance.get());
    }
}

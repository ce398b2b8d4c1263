package coldpotato.contract;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/** The simulator: one link for each session, without carrier in between. */
final class SimulatedWorld implements World {
    private static final String FAULT = "fault of a test";

    private final Trace trace = new Trace(EnumSet.allOf(TraceKind.class));
    private final Map<Node, SimulatedPuppet> puppets = new LinkedHashMap<>();
    private SimulatedNetwork network;

    @Override
    public void start(ImmutableList<Node> nodes, ImmutableList<Wire> wires) {
        network = new SimulatedNetwork(plan(nodes, wires), 1, trace, RunLimits.DEFAULT);
        nodes.stream()
                .filter(node -> !node.speaks())
                .forEach(node -> puppets.put(node, new SimulatedPuppet(network.network(), node)));
        network.start();
        network.runUntil(Durations.millis(1));
    }

    private static NetworkPlan plan(ImmutableList<Node> nodes, ImmutableList<Wire> wires) {
        return new NetworkPlan(
                nodes.stream().collect(ImmutableMap.toImmutableMap(node -> node.name, SimulatedWorld::nodePlan)),
                wires.stream().collect(ImmutableMap.toImmutableMap(Wire::link, SimulatedWorld::linkPlan)),
                wires.stream().collect(ImmutableMap.toImmutableMap(Wire::session, SimulatedWorld::sessionPlan)),
                ImmutableMap.of(),
                ImmutableMap.of());
    }

    private static NodePlan nodePlan(Node node) {
        return NodePlan.builder(node.name, "router", Provenance.NONE)
                .asn(node.asn)
                .routerId(node.id)
                .fibDelayNanos(Durations.millis(1))
                .spfDelayNanos(Durations.millis(1))
                .build();
    }

    private static LinkPlan linkPlan(Wire wire) {
        return LinkPlan.builder(wire.link(), end(wire, wire.a()), end(wire, wire.b()), Provenance.NONE)
                .delayNanos(Durations.millis(1))
                .build();
    }

    private static LinkPlan.End end(Wire wire, Node node) {
        LinkPlan.Address address = new LinkPlan.Address(wire.at(node), wire.length());
        return new LinkPlan.End(node.name, ImmutableList.of(address), 0, 0);
    }

    private static SessionPlan sessionPlan(Wire wire) {
        String session = wire.session();
        return new SessionPlan(
                session,
                wire.a().name,
                wire.a().settings(session),
                wire.b().name,
                wire.b().settings(session),
                Optional.empty(),
                Provenance.NONE);
    }

    @Override
    public boolean comes(BooleanSupplier condition, long withinNanos) {
        long end = nowNanos() + withinNanos;
        while (!condition.getAsBoolean()) {
            if (nowNanos() >= end) {
                return false;
            }
            network.runUntil(nowNanos() + Durations.NANOS_PER_MILLI);
        }
        return true;
    }

    @Override
    public long nowNanos() {
        return network.nowNanos();
    }

    @Override
    public <T> T ask(Node node, Function<BgpSpeaker, T> question) {
        return question.apply(network.speaker(node.name).orElseThrow());
    }

    @Override
    public void tell(Node node, ObjLongConsumer<BgpSpeaker> input) {
        network.network().speaker(node.name).later(input);
    }

    @Override
    public void reconfigure(Node node) {
        network.network().speaker(node.name).reconfigure(node.config());
    }

    @Override
    public ImmutableList<TraceEvent> trace(Node node) {
        return trace.events().stream()
                .filter(event -> event.node().equals(node.name))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public void silence(Wire wire) {
        network.failLinks(wire.link(), FAULT, LinkFault.silent());
    }

    @Override
    public void darken(Wire wire) {
        network.failLinks(wire.link(), FAULT, LinkFault.loud());
    }

    @Override
    public void mend(Wire wire) {
        network.repairLinks(wire.link(), FAULT);
    }

    @Override
    public Line dial(Node puppet, Wire wire) {
        return puppets.get(puppet).dial(wire);
    }

    @Override
    public ImmutableList<Line> taken(Node puppet) {
        return puppets.get(puppet).lines.taken();
    }

    @Override
    public void close() {
        // Nothing of it outlives it.
    }
}

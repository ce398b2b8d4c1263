package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.FlowGroup;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.stream.Collectors;

/** A model that runs: ten minutes to settle after the start and after whatever is done to it. */
final class Rehearsal {
    private static final long SETTLED = Durations.parse("10m");

    private final SimulatedNetwork running;
    private HybridNetwork model;

    Rehearsal(HybridNetwork model) {
        this.model = model;
        this.running = new SimulatedNetwork(Networks.compile(model), 1, Trace.ofChanges(), RunLimits.DEFAULT);
        running.start();
        settle();
    }

    SimulatedNetwork running() {
        return running;
    }

    void does(Operation operation) {
        begins(operation, SETTLED);
    }

    /** Does something and waits only as long as this. */
    void begins(Operation operation, long nanos) {
        model = operation.change(model);
        running.apply(Networks.compile(model), "operation", operation.toString());
        running.runUntil(running.nowNanos() + nanos);
    }

    void fails(String name) {
        running.failLinks(name, name, LinkFault.silent());
        settle();
    }

    /** For longer than anybody waits. */
    void losesPower(String name) {
        running.reboot(name, 10 * SETTLED);
        settle();
    }

    void comesBack(String name) {
        running.repairLinks(name, name);
        settle();
    }

    /** A thousand flows from one address to another, from now on. */
    GroupFlows flows(String from, String to) {
        running.addFlows(new FlowGroup(
                from + " to " + to, IpAddress.parse(from), IpAddress.parse(to), IpProtocol.TCP, 443, 1000));
        settle();
        return running.flows().group(from + " to " + to);
    }

    double share(GroupFlows flows, String link) {
        return flows.share(FlowDirection.FORWARD, running.names().links(link), running.nowNanos());
    }

    double shareBack(GroupFlows flows, String link) {
        return flows.share(FlowDirection.REVERSE, running.names().links(link), running.nowNanos());
    }

    double delivered(GroupFlows flows) {
        return flows.deliveredBothWays(running.nowNanos());
    }

    boolean isUp(String session) {
        String node = running.plan().sessions().get(session).nodeA();
        return running.speaker(node).orElseThrow().peers().stream()
                .anyMatch(peer -> peer.config().name().equals(session) && peer.isEstablished());
    }

    /** AS paths that a node uses for a prefix, without repeats; empty if it has none. */
    String paths(String node, String prefix) {
        Prefix parsed = Prefix.parse(prefix);
        AfiSafi family = parsed.family() == Family.IPV4 ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
        return running.speaker(node).orElseThrow().rib(family).decision(parsed).multipath().stream()
                .map(path -> path.attributes().asPath().toString())
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private void settle() {
        running.runUntil(running.nowNanos() + SETTLED);
    }
}

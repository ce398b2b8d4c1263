package coldpotato.scenarios.portal;

import coldpotato.core.azure.ModelPath;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.azure.Role;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What traceroute would show of flows. Hops answer as the documents have it (connectivity-interoperability-data-plane.md,
 * use-s2s-vpn-as-backup-for-expressroute-privatepeering.md): seen from a site its own routers and Microsoft's edge do, the gateway
 * is silent; seen from a virtual network the gateway does, and everything between it and the host at the other end is silent.
 * So an edge that answers tells ExpressRoute from VPN. Times are twice the delays of the links on the way there. Not modelled:
 * probes that are limited in rate.
 *
 * @param flows whose
 * @param direction which way
 * @param count how many of the flows go like this
 * @param hops in order
 * @param walk the way
 */
public record Traceroute(GroupFlows flows, FlowDirection direction, int count, ImmutableList<Hop> hops, Walk walk) {

    /**
     * A hop.
     *
     * @param node who it is, which traceroute does not tell
     * @param address with which it answers, empty if it is silent
     * @param roundTripNanos to it and back the same way
     */
    public record Hop(String node, Optional<IpAddress> address, long roundTripNanos) {}

    /** Both directions of some flows, each way that some of them go, the most travelled first. */
    public static ImmutableList<Traceroute> of(SimulatedNetwork network, GroupFlows flows) {
        return Stream.of(FlowDirection.values())
                .flatMap(direction -> flows.paths(direction, network.nowNanos()).entrySet().stream()
                        .sorted(Map.Entry.<Walk, Integer>comparingByValue().reversed())
                        .map(path -> of(network, flows, direction, path.getKey(), path.getValue())))
                .collect(ImmutableList.toImmutableList());
    }

    private static Traceroute of(
            SimulatedNetwork network, GroupFlows flows, FlowDirection direction, Walk walk, int count) {
        ImmutableList.Builder<Hop> hops = ImmutableList.builder();
        ImmutableList<String> nodes = walk.nodes().asList();
        for (int i = 1; i < nodes.size(); i++) {
            hops.add(hop(network, flows, direction, walk, i));
        }
        return new Traceroute(flows, direction, count, hops.build(), walk);
    }

    private static Hop hop(SimulatedNetwork network, GroupFlows flows, FlowDirection direction, Walk walk, int index) {
        String node = walk.nodes().asList().get(index);
        boolean last = index == walk.nodes().size() - 1;
        if (last && walk.outcome().isDelivery()) {
            IpAddress host = direction == FlowDirection.FORWARD
                    ? flows.group().to()
                    : flows.group().from();
            return new Hop(node, Optional.of(host), roundTrip(network, walk, index));
        }
        boolean reached = !last || walk.outcome() != Outcome.NODE_DOWN;
        boolean answers = reached && answers(network, Iterables.getFirst(walk.nodes(), ""), node);
        return new Hop(
                node,
                answers
                        ? address(
                                network,
                                walk.hops().get(index - 1).link(),
                                node,
                                flows.group().to().family())
                        : Optional.empty(),
                roundTrip(network, walk, index));
    }

    private static long roundTrip(SimulatedNetwork network, Walk walk, int index) {
        return 2
                * walk.hops().stream()
                        .limit(index)
                        .mapToLong(hop ->
                                network.network().links().link(hop.link()).delayNanos(hop.direction()))
                        .sum();
    }

    private static boolean answers(SimulatedNetwork network, String from, String node) {
        boolean fromInside = isInside(network.plan().nodes().get(from));
        NodePlan hop = network.plan().nodes().get(node);
        return isInside(hop) == fromInside || !fromInside && Role.MSEE.is(hop);
    }

    private static boolean isInside(NodePlan node) {
        String path = node.provenance().modelPath();
        return Stream.of(ModelPath.virtualNetwork(""), ModelPath.hub(""), ModelPath.appliance(""))
                .anyMatch(path::startsWith);
    }

    private static Optional<IpAddress> address(SimulatedNetwork network, String link, String node, Family family) {
        return Optional.ofNullable(network.plan().links().get(link)).stream()
                .flatMap(plan -> Stream.of(plan.a(), plan.b()))
                .filter(end -> end.node().equals(node))
                .flatMap(end -> end.addresses().stream())
                .map(LinkPlan.Address::address)
                .filter(address -> address.family() == family)
                .findFirst();
    }
}

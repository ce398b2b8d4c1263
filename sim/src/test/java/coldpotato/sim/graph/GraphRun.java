package coldpotato.sim.graph;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.Decision;
import coldpotato.core.net.Asn;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.flow.PacketWalk;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Drives networks made of graphs, and reads what has become of them. */
final class GraphRun {
    /** By then a network that converges at all has done so: sessions that failed to open are tried again within it. */
    static final long SETTLED = Durations.parse("5m");

    private static final RunLimits LIMITS = new RunLimits(5_000_000, 100_000, 100_000);

    private GraphRun() {}

    /** The network after it had time to settle, or was stopped because it does not. */
    static SimulatedNetwork run(NetworkPlan plan, long seed) {
        SimulatedNetwork network = new SimulatedNetwork(plan, seed, Trace.ofChanges(), LIMITS);
        network.start();
        RunResult result = network.runUntil(SETTLED);
        // A run that ends early has either been seen to go round in circles, or a limit of the test is too low.
        checkState(result.complete() || network.oscillation().isPresent(), "the run ended by %s", result.limit());
        return network;
    }

    /** Lets a network that was touched settle again. */
    static void settle(SimulatedNetwork network) {
        network.runUntil(network.nowNanos() + SETTLED);
    }

    /** The plan with link delays of 1 to 50 ms, drawn by a number. */
    static NetworkPlan withDelays(NetworkPlan plan, int timing) {
        ImmutableMap.Builder<String, LinkPlan> links = ImmutableMap.builder();
        plan.links().values().forEach(link -> links.put(link.name(), delayed(link, delayNanos(link.name(), timing))));
        return new NetworkPlan(plan.nodes(), links.buildOrThrow(), plan.sessions(), plan.feeds(), plan.groups());
    }

    /** The plan with another delay of one link. */
    static NetworkPlan withDelay(NetworkPlan plan, String link, long nanos) {
        TreeMap<String, LinkPlan> links = new TreeMap<>(plan.links());
        links.computeIfPresent(link, (name, before) -> delayed(before, nanos));
        return new NetworkPlan(plan.nodes(), ImmutableMap.copyOf(links), plan.sessions(), plan.feeds(), plan.groups());
    }

    private static long delayNanos(String link, int timing) {
        int hash = Hashing.murmur3_32_fixed(timing)
                .hashString(link, StandardCharsets.UTF_8)
                .asInt();
        return Durations.millis(1) + Math.floorMod(hash, 49_000) * 1000L;
    }

    private static LinkPlan delayed(LinkPlan link, long nanos) {
        return link.toBuilder().delayNanos(nanos).build();
    }

    /** What a node has decided for a prefix. */
    static Decision decision(SimulatedNetwork network, String node, Prefix prefix) {
        return network.speaker(node).orElseThrow().rib(AfiSafi.IPV4_UNICAST).decision(prefix);
    }

    /** The paths that the nodes hold, best only: {@code 1=1-3-0 2=2-0 3=3-0}, and {@code -} for none. */
    static String paths(StablePaths gadget, SimulatedNetwork network) {
        return gadget.permitted().keySet().stream()
                .map(node -> node + "=" + path(gadget, network, node))
                .collect(Collectors.joining(" "));
    }

    private static String path(StablePaths gadget, SimulatedNetwork network, String node) {
        return decision(network, node, StablePaths.PREFIX)
                .best()
                .map(best -> node + names(gadget, best.attributes().asPath().toString()))
                .orElse("-");
    }

    private static String names(StablePaths gadget, String asPath) {
        return StreamSupport.stream(Splitter.on(' ').split(asPath).spliterator(), false)
                .map(asn -> "-" + gadget.asns().inverse().get(Asn.parse(asn)))
                .collect(Collectors.joining());
    }

    /** The way of a packet from a node to the first host of a prefix. */
    static Walk walk(SimulatedNetwork network, String from, Prefix to) {
        FlowKey key = new FlowKey(IpProtocol.UDP, IpAddress.parse("203.0.113.1"), 4242, to.addressAt(1), 53);
        return PacketWalk.walk(network.network(), from, key, true);
    }
}

package coldpotato.scenarios.portal;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.net.Family;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.portal.Metric.Dimension;
import coldpotato.sim.azure.Role;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Load;
import coldpotato.sim.flow.Loads;
import coldpotato.sim.net.Link;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The metrics of a network at this instant. */
public final class Metrics {
    /** Changes of routes are counted over the grain that the portal should be set to at least. */
    private static final long GRAIN_NANOS = Durations.seconds(300);

    private static final String CONNECTIONS = ModelPath.connection("");
    private static final double ALL = 100;

    private final SimulatedNetwork network;
    private final NetworkPlan plan;
    private final Loads loads;
    private final ImmutableList.Builder<MetricValue> values = ImmutableList.builder();

    private Metrics(SimulatedNetwork network) {
        this.network = network;
        this.plan = network.plan();
        this.loads = network.flows().loads().at(network.nowNanos());
    }

    /** All that have a value, by resource. */
    public static ImmutableList<MetricValue> of(SimulatedNetwork network) {
        Metrics metrics = new Metrics(network);
        PeeringPath.all(network.plan()).stream()
                .map(PeeringPath::circuit)
                .distinct()
                .forEach(metrics::circuit);
        Resource.EXPRESSROUTE_GATEWAY.all(network.plan()).forEach(metrics::gateway);
        metrics.plan.links().values().stream()
                .map(link -> link.provenance().modelPath())
                .filter(path -> path.startsWith(CONNECTIONS))
                .map(path -> path.substring(CONNECTIONS.length()))
                .distinct()
                .forEach(metrics::connection);
        metrics.ports();
        return metrics.values.build();
    }

    private void circuit(String circuit) {
        ImmutableList<PeeringPath> paths = PeeringPath.all(plan).stream()
                .filter(path -> path.circuit().equals(circuit))
                .collect(ImmutableList.toImmutableList());
        paths.forEach(path -> availability(path));
        for (PeeringKind kind : PeeringKind.values()) {
            ImmutableList<PeeringPath> ofKind =
                    paths.stream().filter(path -> path.kind() == kind).collect(ImmutableList.toImmutableList());
            if (!ofKind.isEmpty()) {
                rates(circuit, ofKind);
            }
        }
        globalReach(circuit, paths);
    }

    /** Addresses of IPv6 are found without ARP. */
    private void availability(PeeringPath path) {
        ImmutableMap<Dimension, String> dimensions =
                ImmutableMap.of(Dimension.PEERING, peering(path.kind()), Dimension.PEER, peer(path.leg()));
        if (path.microsoftEnd().addresses().stream()
                .anyMatch(end -> end.address().family() == Family.IPV4)) {
            boolean arp = ArpTable.of(network, path).onPrem() == ArpTable.Sight.ANSWERS;
            add(Metric.ARP_AVAILABILITY, path.circuit(), dimensions, arp ? ALL : 0);
        }
        add(Metric.BGP_AVAILABILITY, path.circuit(), dimensions, isAvailable(path) ? ALL : 0);
    }

    /**
     * The customer's session is up, and so is one on Microsoft's side where any is configured: during maintenance between edge
     * and core the metric is down although the customer's session is not (expressroute-monitoring-metrics-alerts.md).
     */
    private boolean isAvailable(PeeringPath path) {
        Optional<BgpSpeaker> speaker = network.speaker(path.msee());
        return speaker.filter(msee -> peers(msee, path, true).anyMatch(PeerView::isEstablished))
                .filter(msee -> peers(msee, path, false).findAny().isEmpty()
                        || peers(msee, path, false).anyMatch(PeerView::isEstablished))
                .isPresent();
    }

    private Stream<PeerView> peers(BgpSpeaker msee, PeeringPath path, boolean customer) {
        return msee.peers().stream()
                .filter(peer -> peer.config()
                                .interfaceName()
                                .equals(Optional.of(path.link().name()))
                        == customer);
    }

    private void rates(String circuit, ImmutableList<PeeringPath> paths) {
        ImmutableMap<Dimension, String> dimensions =
                ImmutableMap.of(Dimension.PEERING, peering(paths.get(0).kind()));
        add(Metric.BITS_IN, circuit, dimensions, sum(paths, true, Load::carried));
        add(Metric.BITS_OUT, circuit, dimensions, sum(paths, false, Load::carried));
        add(Metric.DROPPED_IN, circuit, dimensions, sum(paths, true, Load::dropped));
        add(Metric.DROPPED_OUT, circuit, dimensions, sum(paths, false, Load::dropped));
    }

    private double sum(ImmutableList<PeeringPath> paths, boolean in, ToDoubleFunction<Load> what) {
        return paths.stream()
                .map(path -> load(
                        path.link().name(),
                        in ? path.msee() : path.customerEnd().node()))
                .mapToDouble(what)
                .sum();
    }

    /** The load of a link towards a node. */
    private Load load(String link, String towards) {
        Link there = network.network().links().link(link);
        return loads.of(link, there.directionFrom(there.otherEnd(towards)));
    }

    /** What passes between the edges of two circuits. */
    private void globalReach(String circuit, ImmutableList<PeeringPath> paths) {
        ImmutableSet<String> own = paths.stream().map(PeeringPath::msee).collect(ImmutableSet.toImmutableSet());
        for (String other : others(circuit)) {
            ImmutableSet<String> far = PeeringPath.all(plan).stream()
                    .filter(path -> path.circuit().equals(other))
                    .map(PeeringPath::msee)
                    .collect(ImmutableSet.toImmutableSet());
            ImmutableList<LinkPlan> between = plan.links().values().stream()
                    .filter(link -> own.contains(link.a().node())
                                    && far.contains(link.b().node())
                            || own.contains(link.b().node())
                                    && far.contains(link.a().node()))
                    .collect(ImmutableList.toImmutableList());
            if (!between.isEmpty()) {
                ImmutableMap<Dimension, String> dimensions = ImmutableMap.of(Dimension.PEERED_CIRCUIT, other);
                add(Metric.GLOBAL_REACH_IN, circuit, dimensions, carried(between, own));
                add(Metric.GLOBAL_REACH_OUT, circuit, dimensions, carried(between, far));
            }
        }
    }

    private ImmutableSet<String> others(String circuit) {
        return PeeringPath.all(plan).stream()
                .map(PeeringPath::circuit)
                .filter(other -> !other.equals(circuit))
                .collect(ImmutableSet.toImmutableSet());
    }

    private double carried(ImmutableList<LinkPlan> links, Set<String> towards) {
        return links.stream()
                .flatMap(link -> Stream.of(link.a(), link.b())
                        .map(LinkPlan.End::node)
                        .filter(towards::contains)
                        .map(node -> load(link.name(), node)))
                .mapToDouble(Load::carried)
                .sum();
    }

    private void gateway(String node) {
        ImmutableMap<Dimension, String> dimensions = ImmutableMap.of(Dimension.ROLE_INSTANCE, node);
        add(Metric.GATEWAY_BITS, node, dimensions, received(node, Load::carried));
        add(Metric.GATEWAY_PACKETS, node, dimensions, received(node, Load::packets));
        Optional<BgpSpeaker> speaker = network.speaker(node);
        add(
                Metric.ROUTES_ADVERTISED,
                node,
                dimensions,
                speaker.stream()
                        .flatMap(bgp -> bgp.peers().stream().map(peer -> GatewayRoute.advertised(bgp, peer)))
                        .mapToDouble(ImmutableList::size)
                        .max()
                        .orElse(0));
        add(
                Metric.ROUTES_LEARNED,
                node,
                dimensions,
                speaker.map(bgp -> GatewayRoute.learnedPrefixes(bgp).size()).orElse(0));
        add(Metric.ROUTES_CHANGED, node, dimensions, changes(node));
        add(Metric.ACTIVE_FLOWS, node, dimensions, activeFlows(node));
    }

    private double received(String node, ToDoubleFunction<Load> what) {
        return network.router(node).interfaces().stream()
                .map(each -> load(each.link().name(), node))
                .mapToDouble(what)
                .sum();
    }

    private double changes(String node) {
        long from = network.nowNanos() - GRAIN_NANOS;
        int changes = 0;
        for (TraceEvent event : Lists.reverse(network.trace().events())) {
            if (event.timeNanos() <= from) {
                break;
            }
            changes += event.kind() == TraceKind.BEST_PATH && event.node().equals(node) ? 1 : 0;
        }
        return changes;
    }

    /** Flows whose packets from on-premises pass: only those are counted (monitor-expressroute-reference.md). */
    private double activeFlows(String node) {
        return network.flows().groups().stream()
                .flatMapToInt(flows ->
                        Stream.of(FlowDirection.values()).mapToInt(direction -> passing(flows, direction, node)))
                .sum();
    }

    private int passing(GroupFlows flows, FlowDirection direction, String node) {
        return flows.paths(direction, network.nowNanos()).entrySet().stream()
                .filter(path -> path.getKey().hops().stream()
                        .anyMatch(hop -> hop.node().equals(node)
                                && !comesFromInside(path.getKey().hops().get(0).node())))
                .mapToInt(path -> path.getValue())
                .sum();
    }

    private boolean comesFromInside(String start) {
        return Resource.SUBNET.all(plan).contains(start);
    }

    private void connection(String connection) {
        ImmutableList<LinkPlan> links = plan.links().values().stream()
                .filter(link -> link.provenance().modelPath().equals(CONNECTIONS + connection))
                .collect(ImmutableList.toImmutableList());
        ImmutableSet<String> ends = links.stream()
                .flatMap(link -> Stream.of(link.a().node(), link.b().node()))
                .collect(ImmutableSet.toImmutableSet());
        // Behind the edge stand the instances of the gateway and, with FastPath, what packets take past them.
        ImmutableSet<String> edges = ImmutableSet.copyOf(Sets.filter(ends, this::isEdge));
        ImmutableMap<Dimension, String> dimensions = ImmutableMap.of(Dimension.CONNECTION_NAME, connection);
        add(Metric.CONNECTION_IN, connection, dimensions, carried(links, Sets.difference(ends, edges)));
        add(Metric.CONNECTION_OUT, connection, dimensions, carried(links, edges));
    }

    private boolean isEdge(String node) {
        return Role.MSEE.is(plan.nodes().get(node));
    }

    /** Port pairs are groups of links of circuits, one for each link of the pair. */
    private void ports() {
        ImmutableList<PeeringPath> paths = PeeringPath.all(plan);
        ImmutableSet<String> circuits = paths.stream().map(PeeringPath::path).collect(ImmutableSet.toImmutableSet());
        for (String group : plan.groups().keySet()) {
            for (Leg leg : Leg.values()) {
                String ending = "." + leg.text();
                if (group.endsWith(ending) && !circuits.contains(group)) {
                    ImmutableSet<String> links = network.names().links(group);
                    port(
                            group.substring(0, group.length() - ending.length()),
                            leg,
                            paths.stream()
                                    .filter(path -> links.contains(path.link().name()))
                                    .collect(ImmutableList.toImmutableList()));
                }
            }
        }
    }

    private void port(String port, Leg leg, ImmutableList<PeeringPath> paths) {
        if (paths.isEmpty()) {
            return;
        }
        ImmutableMap<Dimension, String> dimensions = ImmutableMap.of(Dimension.LINK, peer(leg));
        add(Metric.PORT_IN, port, dimensions, sum(paths, true, Load::carried));
        add(Metric.PORT_OUT, port, dimensions, sum(paths, false, Load::carried));
        add(Metric.PORT_DROPPED_IN, port, dimensions, sum(paths, true, Load::dropped));
        add(Metric.PORT_DROPPED_OUT, port, dimensions, sum(paths, false, Load::dropped));
        add(
                Metric.ADMIN_STATE,
                port,
                dimensions,
                paths.stream().allMatch(path -> path.link().open()) ? 1 : 0);
        add(
                Metric.LINE_PROTOCOL,
                port,
                dimensions,
                paths.stream().allMatch(path -> network.network()
                                .links()
                                .link(path.link().name())
                                .hasLight())
                        ? 1
                        : 0);
    }

    private void add(Metric metric, String resource, ImmutableMap<Dimension, String> dimensions, double value) {
        values.add(new MetricValue(metric, resource, dimensions, value));
    }

    /** As the portal calls a peering. */
    public static String peering(PeeringKind kind) {
        return switch (kind) {
            case PRIVATE -> "Private";
            case MICROSOFT -> "Microsoft";
        };
    }

    /** As the portal calls a path. */
    public static String peer(Leg leg) {
        return switch (leg) {
            case PRIMARY -> "Primary";
            case SECONDARY -> "Secondary";
        };
    }
}

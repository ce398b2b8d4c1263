package coldpotato.sim.azure;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FibDelays;
import coldpotato.sim.plan.FeedPlan;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.NodePlanBuilder;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One model on its way to a plan: what is compiled, and what has come out so far. */
final class Compilation {
    private final HybridNetwork network;
    private final ImmutableMap<String, Policy> policies;
    private final InternalAddresses addresses;
    private final VnetFabric fabric;
    private final Map<String, NodePlan> nodes = new LinkedHashMap<>();
    private final Map<String, LinkPlan> links = new LinkedHashMap<>();
    private final Map<String, SessionPlan> sessions = new LinkedHashMap<>();
    private final Map<String, FeedPlan> feeds = new LinkedHashMap<>();
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();

    Compilation(HybridNetwork network, ImmutableMap<String, Policy> policies) {
        this.network = network;
        this.policies = policies;
        this.addresses = new InternalAddresses(
                saidAddresses(network), Prefix.parse(new Basis(network, "").choice(VpnAssumptions.PUBLIC_ADDRESSES)));
        this.fabric = new VnetFabric(this);
    }

    /** Public addresses of gateways and addresses of BGP neighbours, of first and of second instances, that the user says. */
    private static ImmutableSet<IpAddress> saidAddresses(HybridNetwork network) {
        Stream<IpAddress> neighbours = network.vpnConnections().values().stream()
                .flatMap(connection -> connection.bgpAddresses().stream())
                .flatMap(both -> Stream.of(both.gateway(), both.router()))
                .flatMap(first -> Stream.of(first, first.plus(VpnTunnels.CUSTOM_ADDRESSES_APART)));
        Stream<IpAddress> gateways = Stream.concat(
                        network.virtualNetworks().keySet().stream(), network.hubs().keySet().stream())
                .flatMap(owner -> network.vpnGateway(owner).stream())
                .flatMap(gateway -> gateway.publicAddresses().stream());
        return Stream.concat(neighbours, gateways).collect(ImmutableSet.toImmutableSet());
    }

    HybridNetwork network() {
        return network;
    }

    InternalAddresses addresses() {
        return addresses;
    }

    /** What joins the nodes of VNets. */
    VnetFabric fabric() {
        return fabric;
    }

    /** The user's policy of this name; all pass if the name is empty. */
    Policy policy(String name) {
        checkArgument(name.isEmpty() || policies.containsKey(name), "no policy is called %s", name);
        return name.isEmpty() ? Policy.ACCEPT_ALL : policies.get(name);
    }

    /** The families that anything in the model is addressed in. */
    ImmutableSet<AfiSafi> families() {
        return usesIpv6()
                ? ImmutableSet.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST)
                : ImmutableSet.of(AfiSafi.IPV4_UNICAST);
    }

    private boolean usesIpv6() {
        return network.circuits().values().stream()
                        .flatMap(circuit -> circuit.peerings().stream())
                        .map(Peering::ipv6)
                        .anyMatch(subnets -> subnets.isPresent())
                || network.allSites().stream()
                        .anyMatch(site ->
                                Announcements.hasIpv6(site.prefixes()) || Announcements.hasIpv6(site.publicPrefixes()));
    }

    /** A part of the model that something is built from now. */
    Basis at(String modelPath) {
        return new Basis(network, modelPath);
    }

    /** Begins a node with a router id of the model's own, which chooses between its routes as hosts do. */
    NodePlanBuilder node(String name, Role role, Basis at) {
        return NodePlan.builder(name, role.text(), at::provenance)
                .routerId(addresses.routerId(name))
                .decision(Platforms.HOSTS);
    }

    /** Begins a node that speaks BGP, with loopbacks of the model's own. */
    NodePlanBuilder router(String name, Role role, int asn, Basis at) {
        return node(name, role, at).asn(asn).loopbacks(addresses.loopbacks(name));
    }

    /** Begins a router that packets pass between VNets, hubs and branches: it forwards by what is new a while later. */
    NodePlanBuilder forwarder(String name, Role role, int asn, Basis at, FibDelays delays) {
        return router(name, role, asn, at)
                .ecmpHashing(Platforms.hashing(at))
                .fibDelays(delays)
                .installedOnly(at.isOn(Assumptions.GATEWAYS_TELL_INSTALLED_ROUTES));
    }

    /** What has come out under this name, if it is a node. */
    Optional<NodePlan> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    void add(NodePlan node) {
        checkNew(node.name());
        nodes.put(node.name(), node);
    }

    void add(LinkPlan link) {
        checkNew(link.name());
        links.put(link.name(), link);
    }

    void add(SessionPlan session) {
        checkNew(session.name());
        sessions.put(session.name(), session);
    }

    void add(Sessions sessions) {
        sessions.plans().forEach(this::add);
    }

    void add(FeedPlan feed) {
        checkNew(feed.name());
        feeds.put(feed.name(), feed);
    }

    /** Adds an element to a group, which begins to exist with its first element. */
    void addToGroup(String group, String element) {
        if (!groups.containsKey(group)) {
            checkNew(group);
        }
        groups.computeIfAbsent(group, name -> new LinkedHashSet<>()).add(element);
    }

    NetworkPlan plan() {
        ImmutableMap.Builder<String, ImmutableSet<String>> frozen = ImmutableMap.builder();
        groups.forEach((name, elements) -> frozen.put(name, ImmutableSet.copyOf(elements)));
        return new NetworkPlan(
                ImmutableMap.copyOf(nodes),
                ImmutableMap.copyOf(links),
                ImmutableMap.copyOf(sessions),
                ImmutableMap.copyOf(feeds),
                frozen.buildOrThrow());
    }

    private void checkNew(String name) {
        checkState(
                !nodes.containsKey(name)
                        && !links.containsKey(name)
                        && !sessions.containsKey(name)
                        && !feeds.containsKey(name)
                        && !groups.containsKey(name),
                "two elements of the plan are called %s",
                name);
    }
}

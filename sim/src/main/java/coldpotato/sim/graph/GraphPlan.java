package coldpotato.sim.graph;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Origination;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Draws a plan of plain routers, all alike, with links and sessions between them. Links are called {@code A-B} after their
 * ends, sessions {@code A-B.ipv4} over a link and {@code ibgp.A-B.ipv4} between loopbacks. Links take a /31 each of
 * 172.16.0.0/12 in the order in which they are drawn. A router takes part in the IGP where a link has a cost.
 */
public final class GraphPlan {
    /** One way, of every link. */
    public static final long LINK_DELAY_NANOS = Durations.millis(1);

    /** From a changed topology to new IGP routes. */
    public static final long SPF_DELAY_NANOS = Durations.millis(50);

    private static final String IGP = "igp";
    private static final IpAddress LINKS = IpAddress.parse("172.16.0.0");
    private static final int LINKS_MAX = 1 << 19;

    private final DecisionProcess decision;
    private final Map<String, GraphRouter> routers = new LinkedHashMap<>();
    private final Map<String, LinkPlan> links = new LinkedHashMap<>();
    private final Map<String, SessionPlan> sessions = new LinkedHashMap<>();

    /** @param decision how all routers choose */
    public GraphPlan(DecisionProcess decision) {
        this.decision = decision;
    }

    public GraphPlan router(GraphRouter router) {
        checkArgument(routers.put(router.name(), router) == null, "there are two routers %s", router.name());
        return this;
    }

    /** Joins two routers; both ends see the light go out. */
    public GraphPlan link(String a, String b, int igpCost) {
        String name = a + "-" + b;
        checkArgument(links.size() < LINKS_MAX, "no addresses are left for %s", name);
        IpAddress first = LINKS.plus(2L * links.size());
        LinkPlan link = LinkPlan.builder(
                        name, end(router(a), first, igpCost), end(router(b), first.plus(1), igpCost), Provenance.NONE)
                .delayNanos(LINK_DELAY_NANOS)
                .build();
        checkArgument(links.put(name, link) == null, "there are two links %s", name);
        return this;
    }

    /** A session over a link drawn before, from the one end and the other. */
    public GraphPlan ebgp(
            String a, String b, UnaryOperator<PeerConfigBuilder> atA, UnaryOperator<PeerConfigBuilder> atB) {
        LinkPlan link = checkNotNull(links.get(a + "-" + b), "there is no link from %s to %s", a, b);
        IpAddress addressA = link.a().addresses().get(0).address();
        IpAddress addressB = link.b().addresses().get(0).address();
        Optional<String> over = Optional.of(link.name());
        return session(
                link.name() + ".ipv4",
                new Side(router(a), addressA, peer -> atA.apply(peer.interfaceName(over))),
                new Side(router(b), addressB, peer -> atB.apply(peer.interfaceName(over))));
    }

    /** A session between loopbacks, as the one end and the other see it. */
    public GraphPlan ibgp(
            String a, String b, UnaryOperator<PeerConfigBuilder> atA, UnaryOperator<PeerConfigBuilder> atB) {
        return session(
                "ibgp." + a + "-" + b + ".ipv4",
                new Side(router(a), router(a).id(), atA),
                new Side(router(b), router(b).id(), atB));
    }

    public NetworkPlan build() {
        ImmutableMap.Builder<String, NodePlan> nodes = ImmutableMap.builder();
        routers.forEach((name, router) -> nodes.put(name, node(router)));
        return new NetworkPlan(
                nodes.buildOrThrow(),
                ImmutableMap.copyOf(links),
                ImmutableMap.copyOf(sessions),
                ImmutableMap.of(),
                ImmutableMap.of());
    }

    private record Side(GraphRouter router, IpAddress address, UnaryOperator<PeerConfigBuilder> settings) {}

    private GraphPlan session(String name, Side a, Side b) {
        SessionPlan session = new SessionPlan(
                name,
                a.router().name(),
                peer(name, a, b),
                b.router().name(),
                peer(name, b, a),
                Optional.empty(),
                Provenance.NONE);
        checkArgument(sessions.put(name, session) == null, "there are two sessions %s", name);
        return this;
    }

    private static PeerConfig peer(String name, Side self, Side other) {
        return self.settings()
                .apply(PeerConfig.builder(name, self.address(), other.address())
                        .asns(self.router().asn().toInt(), other.router().asn().toInt()))
                .build();
    }

    private GraphRouter router(String name) {
        return checkNotNull(routers.get(name), "there is no router %s", name);
    }

    private static LinkPlan.End end(GraphRouter router, IpAddress address, int igpCost) {
        return new LinkPlan.End(router.name(), ImmutableList.of(new LinkPlan.Address(address, 31)), 0, igpCost);
    }

    private NodePlan node(GraphRouter router) {
        return NodePlan.builder(router.name(), "router", Provenance.NONE)
                .asn(router.asn().toInt())
                .routerId(router.id())
                .clusterId(router.cluster())
                .loopbacks(ImmutableList.of(router.id()))
                .attached(
                        router.originations().stream().map(Origination::prefix).collect(ImmutableSet.toImmutableSet()))
                .originations(router.originations())
                .igpDomain(isInIgp(router) ? IGP : "")
                .decision(decision)
                .spfDelayNanos(SPF_DELAY_NANOS)
                .build();
    }

    private boolean isInIgp(GraphRouter router) {
        return links.values().stream()
                .flatMap(link -> ImmutableList.of(link.a(), link.b()).stream())
                .anyMatch(end -> end.node().equals(router.name()) && end.igpCost() > 0);
    }
}

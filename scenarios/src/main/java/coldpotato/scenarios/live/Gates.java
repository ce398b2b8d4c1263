package coldpotato.scenarios.live;

import coldpotato.bgp.netty.Gate;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.CarrierDelay;
import coldpotato.sim.net.Crossing;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkListener;
import coldpotato.sim.net.Route;
import coldpotato.sim.node.BgpRouter;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.RouterListener;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries the faults of the simulated network out on sockets: bytes of a session pass in a direction while the forwarding tables
 * lead there and no link on the way loses everything, and are held while not; BFD's packets are lost as the links lose them. Whoever is external sees a link whose light
 * goes out as the end of its connections, since its own port stays up.
 */
final class Gates implements LinkListener, RouterListener {
    private final SimulatedNetwork network;
    private final SocketWorld world;
    private final ImmutableSet<String> external;
    /** The links that sessions with external routers last passed. */
    private final Map<String, ImmutableList<Link>> ways = new TreeMap<>();

    private NetworkPlan plan;
    private boolean stale = true;

    Gates(SimulatedNetwork network, SocketWorld world, ImmutableSet<String> external) {
        this.network = network;
        this.world = world;
        this.external = external;
        network.network().addListener(this);
        network.network().addLinkListener(this);
    }

    @Override
    public void linkChanged(Link link) {
        stale = true;
    }

    @Override
    public void fibChanged(long nowNanos, Router router, ImmutableList<Prefix> prefixes) {
        stale = true;
    }

    @Override
    public void interfaceChanged(long nowNanos, Router router, Interface changed) {
        stale = true;
    }

    @Override
    public void started(long nowNanos, Router router) {
        stale = true;
    }

    /** What has changed takes effect. */
    void settle() {
        if (stale || plan != network.plan()) {
            stale = false;
            plan = network.plan();
            plan.sessions().values().forEach(this::settle);
        }
    }

    private void settle(SessionPlan session) {
        Optional<Route> there = way(session.nodeA(), session.a(), session.nodeB());
        Optional<Route> back = way(session.nodeB(), session.b(), session.nodeA());
        gate(session.nodeA(), session.name(), there, back, session.nodeB());
        gate(session.nodeB(), session.name(), back, there, session.nodeA());
        if (external.contains(session.nodeA()) || external.contains(session.nodeB())) {
            cutIfDark(session, there);
        }
    }

    /** What is lost on the way to us we lose ourselves only if the neighbour, who is not ours, cannot. */
    private void gate(String node, String session, Optional<Route> out, Optional<Route> in, String neighbour) {
        double lossIn = external.contains(neighbour) ? loss(in) : 0;
        Gate gate = new Gate(direction(out), direction(in), loss(out), lossIn);
        world.host(node).ifPresent(host -> host.gate(session, gate));
    }

    private Optional<Route> way(String from, PeerConfig end, String to) {
        IpAddress source = end.localAddress();
        return network.network()
                .route(from, source, end.remoteAddress(), BgpRouter.linksMax(end))
                .filter(route -> route.node().equals(to));
    }

    private static Gate.Direction direction(Optional<Route> way) {
        return loss(way) < 1 ? Gate.Direction.PASS : Gate.Direction.HOLD;
    }

    private static double loss(Optional<Route> way) {
        return 1 - way.map(Gates::passing).orElse(0.0);
    }

    private static double passing(Route way) {
        double passing = 1;
        for (Crossing crossing : way.crossings()) {
            passing *= 1 - crossing.link().lossFraction(crossing.direction());
        }
        return passing;
    }

    /** A port that goes dark is noticed after a moment, by our end as well. */
    private void cutIfDark(SessionPlan session, Optional<Route> way) {
        String name = session.name();
        if (ways.getOrDefault(name, ImmutableList.of()).stream().anyMatch(Gates::isDark)) {
            ways.remove(name);
            String ours = external.contains(session.nodeA()) ? session.nodeB() : session.nodeA();
            long noticed = network.nowNanos() + CarrierDelay.PORT.lossNanos();
            network.network().simulation().schedule(noticed, ours, now -> world.host(ours)
                    .ifPresent(host -> host.cut(name)));
        }
        way.map(Gates::links)
                .filter(links -> links.stream().noneMatch(Gates::isDark))
                .ifPresent(links -> ways.put(name, links));
    }

    private static ImmutableList<Link> links(Route way) {
        return way.crossings().stream().map(Crossing::link).collect(ImmutableList.toImmutableList());
    }

    private static boolean isDark(Link link) {
        return link.carrierSeen() && !link.hasLight();
    }
}

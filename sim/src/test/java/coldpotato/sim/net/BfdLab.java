package coldpotato.sim.net;

import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two hosts with BFD on one link; a detour may lead their packets astray. */
final class BfdLab implements Underlay {
    final Simulation simulation = new Simulation();
    final IpNetwork network = new IpNetwork(simulation, TraceSink.NONE, this);
    final List<String> log = new ArrayList<>();
    final long seed;
    final Link link;
    final Optional<BfdQuiet> quiet;
    final BfdHost left;
    final BfdHost right;
    boolean routed = true;

    BfdLab(long seed, boolean leavingOut) {
        this.seed = seed;
        link = new Link("wire", "left", "right", Durations.millis(2), true, seed);
        quiet = leavingOut ? Optional.of(new BfdQuiet(network)) : Optional.empty();
        left = new BfdHost(this, "left", Wire.LEFT, Wire.RIGHT);
        right = new BfdHost(this, "right", Wire.RIGHT, Wire.LEFT);
    }

    BfdHost host(boolean first) {
        return first ? left : right;
    }

    /** Breaks or mends the way of all packets at the routers, without the link noticing. */
    void route(boolean whether) {
        routed = whether;
        quiet.ifPresent(each -> each.wake("left"));
    }

    @Override
    public Optional<Route> route(String node, IpAddress source, IpAddress destination, int linksMax) {
        Crossing crossing = new Crossing(link, link.directionFrom(node));
        return routed ? Optional.of(new Route(ImmutableList.of(crossing), link.otherEnd(node))) : Optional.empty();
    }
}

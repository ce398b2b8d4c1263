package coldpotato.sim.net;

import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.engine.Simulation;
import com.google.common.collect.ImmutableList;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Two hosts on one link, each with a stack and a user that writes down what happens to it.
 *
 * <pre>
 *   left 10.0.0.1 ---- wire, 2 ms ---- 10.0.0.2 right
 * </pre>
 */
final class Wire implements Underlay {
    static final IpAddress LEFT = IpAddress.parse("10.0.0.1");
    static final IpAddress RIGHT = IpAddress.parse("10.0.0.2");
    static final IpAddress NOBODY = IpAddress.parse("10.0.0.3");

    final Simulation simulation = new Simulation();
    final Trace trace = new Trace(EnumSet.allOf(TraceKind.class));
    final Link link;
    final IpNetwork network = new IpNetwork(simulation, trace, this);
    final RecordingUser left = new RecordingUser("left", trace);
    final RecordingUser right = new RecordingUser("right", trace);
    final IpStack leftStack = network.addStack("left", left);
    final IpStack rightStack = network.addStack("right", right);

    Wire(long seed) {
        link = new Link("wire", "left", "right", Durations.millis(2), true, seed);
    }

    /** A wire over which left has opened connection 1 and right has accepted it. */
    static Wire connected(long seed) {
        Wire wire = new Wire(seed);
        wire.rightStack.listen(toLeft(Optional.empty()));
        wire.leftStack.connect(1, toRight(Optional.empty()));
        wire.run(1);
        return wire;
    }

    static PeerAddresses toRight(Optional<String> password) {
        return new PeerAddresses(LEFT, RIGHT, password, 1);
    }

    static PeerAddresses toLeft(Optional<String> password) {
        return new PeerAddresses(RIGHT, LEFT, password, 1);
    }

    void run(double seconds) {
        simulation.runUntil(simulation.nowNanos() + (long) (seconds * Durations.NANOS_PER_SECOND));
    }

    void fail(LinkFault fault) {
        link.fail("fault", fault);
    }

    void repair() {
        link.repair("fault");
    }

    @Override
    public Optional<Route> route(String node, IpAddress source, IpAddress destination, int linksMax) {
        String end = destination.equals(LEFT) ? "left" : destination.equals(RIGHT) ? "right" : "";
        return end.isEmpty()
                ? Optional.empty()
                : Optional.of(new Route(ImmutableList.of(new Crossing(link, link.directionFrom(node))), end));
    }
}

package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.IpAddress;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Carries TCP segments and datagrams between the {@link IpStack}s of the nodes. A packet is one event, at its
 * destination: its way is looked up in the {@link Underlay} and its fate on every link is decided when it is sent.
 */
public final class IpNetwork {
    private final Simulation simulation;
    private final TraceSink trace;
    private final Underlay underlay;
    // Looked up, never iterated.
    private final Map<String, IpStack> stacks = new LinkedHashMap<>();

    // Stacks of nodes that are gone. Looked up, never iterated.
    private final Map<String, IpStack> former = new LinkedHashMap<>();

    private Optional<Past> past = Optional.empty();

    public IpNetwork(Simulation simulation, TraceSink trace, Underlay underlay) {
        this.simulation = simulation;
        this.trace = trace;
        this.underlay = underlay;
    }

    /** Gives a node a stack, switched on; each node has one. */
    public IpStack addStack(String node, IpStackUser user) {
        checkArgument(!stacks.containsKey(node), "%s has a stack", node);
        IpStack stack = new IpStack(this, node, user);
        Optional.ofNullable(former.remove(node)).ifPresent(stack::succeed);
        stacks.put(node, stack);
        return stack;
    }

    /** Takes a node's stack away; what is on its way to it gets lost. */
    void removeStack(String node) {
        former.put(node, stacks.remove(node));
    }

    Underlay underlay() {
        return underlay;
    }

    Simulation simulation() {
        return simulation;
    }

    TraceSink trace() {
        return trace;
    }

    /**
     * Sends a segment.
     *
     * @param notBeforeNanos when an earlier segment arrives, which this one does not overtake
     * @return when it arrives, or {@link Link#LOST}
     */
    long send(String node, Segment segment, int linksMax, long notBeforeNanos) {
        Optional<Route> route =
                route(node, segment.flow().source(), segment.flow().destination(), linksMax);
        long delay = route.map(Route::cross).orElse(Link.LOST);
        if (delay == Link.LOST) {
            return Link.LOST;
        }
        String end = route.get().node();
        long arrival = Math.max(notBeforeNanos, simulation.nowNanos() + delay);
        simulation.schedule(arrival, end, now -> arrive(end, segment));
        return arrival;
    }

    /** The one place through which every TCP segment comes that reaches its destination. */
    private void arrive(String node, Segment segment) {
        IpStack stack = stacks.get(node);
        if (stack != null && stack.isOn()) {
            trace.because(segment.cause());
            stack.arrived(segment);
        }
    }

    /** Decides the fate of the acknowledgement that a connection would send now, and tells the peer's sender. */
    void acknowledge(String node, Segment delivered, long sequence, int linksMax) {
        Optional<Route> route =
                route(node, delivered.flow().destination(), delivered.flow().source(), linksMax);
        long delay = route.map(Route::cross).orElse(Link.LOST);
        IpStack sender = delay == Link.LOST ? null : stacks.get(route.get().node());
        if (sender != null && sender.isOn()) {
            sender.willBeAcknowledged(delivered, sequence, simulation.nowNanos() + delay);
        }
    }

    void sendDatagram(String node, IpAddress local, IpAddress remote, byte[] packet) {
        if (past.isPresent()) {
            deliverDatagram(past.get().arrivalNanos(), past.get().node(), remote, local, packet);
            return;
        }
        Optional<Route> route = route(node, local, remote, 1);
        long delay = route.map(Route::cross).orElse(Link.LOST);
        if (delay != Link.LOST) {
            deliverDatagram(simulation.nowNanos() + delay, route.get().node(), remote, local, packet);
        }
    }

    /** Lets a datagram be sent that should have been before. */
    void inThePast(Past when, Runnable sending) {
        past = Optional.of(when);
        sending.run();
        past = Optional.empty();
    }

    private void deliverDatagram(long atNanos, String node, IpAddress local, IpAddress remote, byte[] packet) {
        long cause = trace.cause();
        simulation.schedule(atNanos, node, now -> {
            IpStack stack = stacks.get(node);
            if (stack != null && stack.isOn()) {
                trace.because(cause);
                stack.user().datagram(now, local, remote, packet);
            }
        });
    }

    private Optional<Route> route(String node, IpAddress source, IpAddress destination, int linksMax) {
        return underlay.route(node, source, destination, linksMax);
    }
}

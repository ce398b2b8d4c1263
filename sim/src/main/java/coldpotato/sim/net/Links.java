package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import com.google.common.collect.Collections2;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All links of a network by name. Records what happens to each in the trace, and tells the nodes at its ends when they
 * see the light go out or come back.
 */
public final class Links {
    private final Simulation simulation;
    private final TraceSink trace;
    private final CarrierListener carrierListener;
    private final Map<String, Watched> links = new TreeMap<>();

    public Links(Simulation simulation, TraceSink trace, CarrierListener carrierListener) {
        this.simulation = simulation;
        this.trace = trace;
        this.carrierListener = carrierListener;
    }

    /** Takes a link under its care; its name must be new. */
    public Link add(Link link) {
        checkArgument(!links.containsKey(link.name()), "there are two links %s", link.name());
        Watched watched = new Watched(link);
        links.put(link.name(), watched);
        link.addListener(watched);
        return link;
    }

    /** Forgets a link that is no longer part of the network. */
    public void remove(String name) {
        Watched watched = links.remove(name);
        checkArgument(watched != null, "there is no link %s", name);
        watched.link.removeListener(watched);
    }

    public Link link(String name) {
        return checkNotNull(links.get(name), "there is no link %s", name).link;
    }

    public boolean has(String name) {
        return links.containsKey(name);
    }

    /** All links, sorted by name; a view. */
    public Collection<Link> all() {
        return Collections.unmodifiableCollection(Collections2.transform(links.values(), watched -> watched.link));
    }

    /** A link, and what its ends think of its light. */
    private final class Watched implements LinkListener {
        final Link link;
        boolean light;
        long lightSinceNanos;
        boolean upAtA;
        boolean upAtB;

        Watched(Link link) {
            this.link = link;
            light = link.hasLight();
            upAtA = light;
            upAtB = light;
        }

        @Override
        public void linkChanged(Link changed) {
            long cause = record();
            if (link.hasLight() != light) {
                light = link.hasLight();
                lightSinceNanos = simulation.nowNanos();
            }
            if (link.carrierSeen()) {
                look(link.nodeA(), cause);
                look(link.nodeB(), cause);
            }
        }

        private long record() {
            long event = trace.record(
                    simulation.nowNanos(),
                    link.name(),
                    TraceKind.LINK_CHANGED,
                    link.nodeA() + " to " + link.nodeB(),
                    state(Direction.A_TO_B),
                    link.nodeB() + " to " + link.nodeA(),
                    state(Direction.B_TO_A));
            return event == 0 ? trace.cause() : event;
        }

        private String state(Direction direction) {
            double loss = link.lossFraction(direction);
            if (loss == 1) {
                return link.hasLight() ? "delivers nothing" : "dark";
            }
            String delay = Durations.format(link.delayNanos(direction));
            return loss == 0 ? delay : delay + ", drops " + loss;
        }

        private void look(String node, long cause) {
            long seen = lightSinceNanos;
            simulation.schedule(simulation.nowNanos() + link.carrierDelay().nanos(light), node, now -> {
                if (links.get(link.name()) != this || seen != lightSinceNanos) {
                    return;
                }
                boolean atA = node.equals(link.nodeA());
                boolean up = link.hasLight();
                if (up != (atA ? upAtA : upAtB)) {
                    upAtA = atA ? up : upAtA;
                    upAtB = atA ? upAtB : up;
                    trace.because(cause);
                    carrierListener.carrierChanged(now, node, link, up);
                }
            });
        }
    }
}

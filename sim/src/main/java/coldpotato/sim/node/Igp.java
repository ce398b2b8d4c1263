package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.engine.Wakeup;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkListener;
import coldpotato.sim.node.LinkState.Adjacency;
import coldpotato.sim.node.LinkState.Stub;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A link-state routing domain in the manner of OSPF (RFC 2328) with one area. Every router has its own database and runs
 * SPF over it some time after it changed, so that routers disagree for a while, as they do.
 *
 * <p>Simplified: no packets are exchanged. An adjacency that comes into being takes {@link #EXCHANGE_ROUND_TRIPS} round
 * trips after the interfaces came up, and one hello interval more after a failure that no interface saw. Silence is
 * noticed exactly one dead interval after it began, by both ends. An edition of a router's link state goes from neighbour to
 * neighbour in no more time than the delays of the links. A link that loses some frames but not all is a good link. No
 * ageing, no designated routers, no summaries; external routes are not modelled.
 */
public final class Igp implements RouterListener, LinkListener {
    /** OSPF's usual HelloInterval (RFC 2328 appendix C.3). */
    public static final long HELLO_NANOS = Durations.seconds(10);

    /** OSPF's usual RouterDeadInterval: silence of this length ends an adjacency (RFC 2328 appendix C.3). */
    public static final long DEAD_NANOS = Durations.seconds(40);

    /** Hello and answer, database description, request and update. */
    public static final int EXCHANGE_ROUND_TRIPS = 3;

    private final Simulation simulation;
    private final TraceSink trace;
    private final Map<String, IgpRouter> routers = new TreeMap<>();
    private final Map<String, Segment> segments = new TreeMap<>();

    public Igp(Simulation simulation, TraceSink trace) {
        this.simulation = simulation;
        this.trace = trace;
    }

    /**
     * Takes a router into the domain, before it starts.
     *
     * @param spfDelayNanos from a change of its database to new routes
     */
    public void addRouter(Router router, long spfDelayNanos) {
        checkArgument(!routers.containsKey(router.name()), "%s is in the domain", router.name());
        routers.put(router.name(), new IgpRouter(router, this, simulation, trace, spfDelayNanos));
        router.addListener(this);
    }

    /** Takes a router out of the domain, if it is in it; its links are out already. */
    public void removeRouter(String name) {
        IgpRouter removed = routers.remove(name);
        if (removed != null) {
            removed.router().removeListener(this);
        }
    }

    /** Takes a link between two routers of the domain into it; costs of leaving at either end, at least 1. */
    public void addLink(Link link, int costA, int costB) {
        checkArgument(costA >= 1 && costB >= 1, "the IGP cost of %s is below 1", link);
        Segment segment = new Segment(link, costA, costB);
        segments.put(link.name(), segment);
        link.addListener(this);
        segment.look(0);
    }

    /** Sets the costs of leaving by a link of the domain at either end, at least 1. */
    public void costs(String link, int costA, int costB) {
        checkArgument(costA >= 1 && costB >= 1, "the IGP cost of %s is below 1", link);
        Segment segment = segments.get(link);
        segment.costA = costA;
        segment.costB = costB;
        long now = simulation.nowNanos();
        router(segment.link.nodeA()).advertise(now);
        router(segment.link.nodeB()).advertise(now);
    }

    /** Takes a link out of the domain, if it is in it. */
    public void removeLink(String name) {
        Segment removed = segments.remove(name);
        if (removed != null) {
            removed.link.removeListener(this);
            removed.end();
        }
    }

    @Override
    public void started(long nowNanos, Router router) {
        router(router.name()).start(nowNanos);
        lookAround(router);
    }

    @Override
    public void stopped(long nowNanos, Router router) {
        router(router.name()).stop();
        lookAround(router);
    }

    @Override
    public void interfaceChanged(long nowNanos, Router router, Interface changed) {
        Segment segment = segments.get(changed.link().name());
        if (segment != null) {
            segment.look(0);
        }
        router(router.name()).advertise(nowNanos);
    }

    @Override
    public void refitted(long nowNanos, Router router) {
        router(router.name()).advertise(nowNanos);
    }

    @Override
    public void linkChanged(Link link) {
        segments.get(link.name()).look(HELLO_NANOS);
    }

    private void lookAround(Router router) {
        segments.values().stream()
                .filter(segment -> segment.touches(router.name()))
                .forEach(segment -> segment.look(0));
    }

    IgpRouter router(String name) {
        return checkNotNull(routers.get(name), "%s is not in the domain", name);
    }

    /** Neighbours that a router can talk to now, sorted by link. */
    ImmutableList<Adjacency> adjacencies(String node) {
        ImmutableList.Builder<Adjacency> found = ImmutableList.builder();
        segments.values().stream()
                .filter(segment -> segment.touches(node) && segment.isAdjacentAt(node))
                .forEach(segment -> found.add(
                        new Adjacency(segment.link.name(), segment.link.otherEnd(node), segment.costFrom(node))));
        return found.build();
    }

    /** What is reached through a router: loopbacks, attached prefixes, and subnets of its links in the domain. */
    ImmutableList<Stub> stubs(Router router) {
        List<Stub> stubs = new ArrayList<>();
        router.loopbacks().forEach(address -> stubs.add(new Stub(Prefix.host(address), 0)));
        router.attached().forEach(prefix -> stubs.add(new Stub(prefix, 0)));
        for (Interface each : router.interfaces()) {
            Segment segment = segments.get(each.link().name());
            if (segment != null && each.isUp()) {
                each.addresses()
                        .forEach(address -> stubs.add(new Stub(address.subnet(), segment.costFrom(router.name()))));
            }
        }
        return ImmutableList.copyOf(stubs);
    }

    /** Sends an edition from a router to its neighbours, but for the one at the end of the link by which it came. */
    void flood(LinkState state, String from, String exceptLink) {
        segments.values().stream()
                .filter(segment -> segment.touches(from) && segment.isTwoWay() && segment.hears())
                .filter(segment -> !segment.link.name().equals(exceptLink))
                .forEach(segment -> segment.send(state, from));
    }

    /** A link of the domain, and what its two routers think of it. */
    private final class Segment {
        final Link link;
        int costA;
        int costB;
        final Wakeup form;
        final Wakeup dead;
        boolean adjacentAtA;
        boolean adjacentAtB;
        long cause;

        Segment(Link link, int costA, int costB) {
            this.link = link;
            this.costA = costA;
            this.costB = costB;
            form = simulation.wakeup(link.name(), this::form);
            dead = simulation.wakeup(link.name(), this::die);
        }

        boolean touches(String node) {
            return link.nodeA().equals(node) || link.nodeB().equals(node);
        }

        boolean isAdjacentAt(String node) {
            return node.equals(link.nodeA()) ? adjacentAtA : adjacentAtB;
        }

        boolean isTwoWay() {
            return adjacentAtA && adjacentAtB;
        }

        long costFrom(String node) {
            return node.equals(link.nodeA()) ? costA : costB;
        }

        boolean hears() {
            return isUpAt(link.nodeA())
                    && isUpAt(link.nodeB())
                    && link.lossFraction(Direction.A_TO_B) < 1
                    && link.lossFraction(Direction.B_TO_A) < 1;
        }

        private boolean isUpAt(String node) {
            return router(node).router().isUp(link.name());
        }

        /** Sends an edition of a router's link state from one end to the other. */
        void send(LinkState state, String from) {
            long sentBecause = trace.cause();
            String to = link.otherEnd(from);
            long arrival = simulation.nowNanos() + link.delayNanos(link.directionFrom(from));
            simulation.schedule(arrival, to, now -> {
                trace.because(sentBecause);
                if (routers.containsKey(to)) {
                    router(to).receive(now, state, link.name());
                }
            });
        }

        /** Each end gets all that the other knows; what is not news it drops. */
        private void exchange() {
            router(link.nodeA()).database().forEach(state -> send(state, link.nodeA()));
            router(link.nodeB()).database().forEach(state -> send(state, link.nodeB()));
        }

        /** Something about it changed: what does that lead to, and when? */
        void look(long noticedAfterNanos) {
            cause = trace.cause();
            long now = simulation.nowNanos();
            set(now, adjacentAtA && isUpAt(link.nodeA()), adjacentAtB && isUpAt(link.nodeB()));
            if (hears()) {
                // What was said into a silence too short to be noticed was not acknowledged, so it is said again.
                if (isTwoWay() && dead.isSet()) {
                    exchange();
                }
                dead.cancel();
                if (!isTwoWay() && !form.isSet()) {
                    form.moveTo(now + noticedAfterNanos + EXCHANGE_ROUND_TRIPS * roundTripNanos());
                }
            } else {
                form.cancel();
                if ((adjacentAtA || adjacentAtB) && !dead.isSet()) {
                    dead.moveTo(now + DEAD_NANOS);
                }
            }
        }

        void end() {
            form.cancel();
            dead.cancel();
            set(simulation.nowNanos(), false, false);
        }

        private long roundTripNanos() {
            return link.delayNanos(Direction.A_TO_B) + link.delayNanos(Direction.B_TO_A);
        }

        private void form(long nowNanos) {
            trace.because(cause);
            set(nowNanos, true, true);
            exchange();
        }

        private void die(long nowNanos) {
            trace.because(cause);
            set(nowNanos, false, false);
        }

        private void set(long nowNanos, boolean atA, boolean atB) {
            boolean changedAtA = adjacentAtA != atA;
            boolean changedAtB = adjacentAtB != atB;
            adjacentAtA = atA;
            adjacentAtB = atB;
            if (changedAtA) {
                router(link.nodeA()).advertise(nowNanos);
            }
            if (changedAtB) {
                router(link.nodeB()).advertise(nowNanos);
            }
        }
    }
}

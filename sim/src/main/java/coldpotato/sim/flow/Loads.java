package coldpotato.sim.flow;

import coldpotato.core.net.BitRate;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.node.Network;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all flows together ask of the links at an instant, and what the links make of it. Senders do not slow down and nothing
 * waits in queues: where more arrives than a wire carries, every flow loses the same share of its packets, and what is lost on
 * one link is no load on the next.
 */
public final class Loads {
    /** Before anything was sent. */
    static final Loads NONE = new Loads(ImmutableMap.of(), ImmutableMap.of(), true);

    /**
     * Shares on a wire depend on those on the wires before it. Where flows cross the same wires in different orders that goes round
     * in a circle, and the shares come closer to what they are with each round.
     */
    private static final int ROUNDS_MAX = 256;

    /**
     * More than there are wires in a row: a wire that is cut and let off in turn after as many rounds would be for ever, since what
     * it tolerates fits only while it is cut. From then on it stays cut.
     */
    private static final int ROUNDS_WITH_TOLERANCE = 64;

    private static final double SETTLED = 1e-12;

    /**
     * A direction of a wire into which more is sent than it carries.
     *
     * @param wire its name
     * @param towards a node at the end to which it leads
     * @param load of all links of the wire
     */
    public record Bottleneck(String wire, String towards, Load load) {
        private Bottleneck plus(Bottleneck other) {
            return new Bottleneck(wire, towards, load.plus(other.load));
        }

        @Override
        public String toString() {
            return wire + " towards " + towards + ": of " + BitRate.text(load.offered()) + " only "
                    + BitRate.text(load.offered() - load.dropped()) + " fit";
        }
    }

    /** One direction of a wire or link. */
    private record Lane(String name, Direction direction) implements Comparable<Lane> {
        private static final Comparator<Lane> ORDER =
                Comparator.comparing(Lane::name).thenComparing(Lane::direction);

        @Override
        public int compareTo(Lane other) {
            return ORDER.compare(this, other);
        }
    }

    private final ImmutableMap<Lane, Load> links;
    private final ImmutableMap<Lane, Bottleneck> bottlenecks;

    private final boolean settled;

    private Loads(ImmutableMap<Lane, Load> links, ImmutableMap<Lane, Bottleneck> bottlenecks, boolean settled) {
        this.links = links;
        this.bottlenecks = bottlenecks;
        this.settled = settled;
    }

    /** The loads of these flows as they go now. */
    static Loads of(Network network, Iterable<GroupFlows> groups, long nowNanos) {
        ImmutableMap<Lane, Double> fitting = ImmutableMap.of();
        Set<Lane> kept = new TreeSet<>();
        Senders senders = new Senders(network, groups, nowNanos);
        boolean settled = false;
        for (int round = 0; round < ROUNDS_MAX && !settled; round++) {
            ImmutableMap<Lane, Double> next = senders.fitting(fitting, kept);
            if (round >= ROUNDS_WITH_TOLERANCE) {
                kept.addAll(Sets.difference(fitting.keySet(), next.keySet()));
            }
            settled = settled(fitting, next);
            fitting = next;
        }
        return new Loads(senders.links(fitting), senders.bottlenecks(fitting), settled);
    }

    private static boolean settled(Map<Lane, Double> before, Map<Lane, Double> after) {
        return before.keySet().equals(after.keySet())
                && before.entrySet().stream()
                        .allMatch(share -> Math.abs(after.get(share.getKey()) - share.getValue()) < SETTLED);
    }

    /** What is sent into a link in a direction. */
    public Load of(String link, Direction direction) {
        return links.getOrDefault(new Lane(link, direction), Load.NONE);
    }

    /** The share of the packets on a way that are not dropped because they do not fit. */
    double fitting(Walk walk) {
        double passing = 1;
        for (Walk.Hop hop : walk.hops()) {
            passing *= of(hop.link(), hop.direction()).fitting();
        }
        return passing;
    }

    /** False if the shares of wires that depend on each other were not found in {@value #ROUNDS_MAX} rounds: they are near. */
    public boolean isSettled() {
        return settled;
    }

    /** The wires on which not everything fits, by name. */
    public ImmutableList<Bottleneck> bottlenecks() {
        return bottlenecks.values().asList();
    }

    /** Flows as they go at an instant. */
    private static final class Senders {
        private final Network network;
        private final Iterable<GroupFlows> groups;
        private final long nowNanos;

        Senders(Network network, Iterable<GroupFlows> groups, long nowNanos) {
            this.network = network;
            this.groups = groups;
            this.nowNanos = nowNanos;
        }

        /** Takes note of what some flows send into a link. */
        private interface Visitor {
            void sent(Link link, Direction direction, Load load);
        }

        /** Takes note of what some flows send into a wire of a link. */
        private interface WireVisitor {
            void sent(Capacity wire, Lane lane, Load load);
        }

        /**
         * By lane of a wire the share of the packets that fits, if those shares fit on the wires before it.
         *
         * @param intolerant where nothing passes beyond the capacity
         */
        ImmutableMap<Lane, Double> fitting(ImmutableMap<Lane, Double> before, Set<Lane> intolerant) {
            Map<Lane, Double> offered = new TreeMap<>();
            Map<Lane, Capacity> capacities = new TreeMap<>();
            each(
                    before,
                    (link, direction, load) -> eachWire(before, link, direction, load, (wire, lane, part) -> {
                        offered.merge(lane, part.offered(), Double::sum);
                        capacities.put(lane, wire);
                    }));
            ImmutableMap.Builder<Lane, Double> fitting = ImmutableMap.builder();
            offered.forEach((lane, bits) -> {
                Capacity wire = capacities.get(lane);
                if (bits > (intolerant.contains(lane) ? wire.bitsPerSecond() : wire.toleratedBitsPerSecond())) {
                    fitting.put(lane, wire.bitsPerSecond() / bits);
                }
            });
            return fitting.buildOrThrow();
        }

        ImmutableMap<Lane, Load> links(ImmutableMap<Lane, Double> fitting) {
            Map<Lane, Load> loads = new TreeMap<>();
            each(fitting, (link, direction, load) -> loads.merge(new Lane(link.name(), direction), load, Load::plus));
            return ImmutableMap.copyOf(loads);
        }

        ImmutableMap<Lane, Bottleneck> bottlenecks(ImmutableMap<Lane, Double> fitting) {
            Map<Lane, Bottleneck> found = new TreeMap<>();
            each(
                    fitting,
                    (link, direction, load) -> eachWire(fitting, link, direction, load, (wire, lane, part) -> {
                        if (fitting.containsKey(lane)) {
                            Bottleneck here = new Bottleneck(wire.wire(), link.end(direction), part);
                            found.merge(lane, here, Bottleneck::plus);
                        }
                    }));
            return ImmutableMap.copyOf(found);
        }

        private void each(ImmutableMap<Lane, Double> fitting, Visitor visitor) {
            for (GroupFlows flows : groups) {
                for (FlowDirection direction : FlowDirection.values()) {
                    double each = (double) flows.group().bitsPerSecond(direction)
                            / flows.group().count();
                    if (each > 0) {
                        flows.paths(direction, nowNanos)
                                .forEach((walk, count) -> send(fitting, walk, each * count, visitor));
                    }
                }
            }
        }

        private void send(ImmutableMap<Lane, Double> fitting, Walk walk, double bits, Visitor visitor) {
            double arriving = bits;
            for (Walk.Hop hop : walk.hops()) {
                Link link = network.links().link(hop.link());
                double fits = arriving * fitting(fitting, link, hop.direction());
                double carried = fits * (1 - link.lossFraction(hop.direction()));
                visitor.sent(link, hop.direction(), new Load(arriving, carried, arriving - fits));
                arriving = carried;
            }
        }

        /** What does not fit on one wire of a link does not come to the next. */
        private static void eachWire(
                ImmutableMap<Lane, Double> fitting, Link link, Direction direction, Load load, WireVisitor visitor) {
            double arriving = load.offered();
            for (Capacity wire : wires(link)) {
                Lane lane = new Lane(wire.wire(), direction);
                double fits = arriving * fitting.getOrDefault(lane, 1.0);
                visitor.sent(wire, lane, new Load(arriving, fits, arriving - fits));
                arriving = fits;
            }
        }

        private static double fitting(ImmutableMap<Lane, Double> fitting, Link link, Direction direction) {
            double share = 1;
            for (Capacity wire : wires(link)) {
                share *= fitting.getOrDefault(new Lane(wire.wire(), direction), 1.0);
            }
            return share;
        }

        private static ImmutableList<Capacity> wires(Link link) {
            return link.capacity().map(Capacity::wires).orElse(ImmutableList.of());
        }
    }
}

package coldpotato.sim.net;

import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Leaves out BFD packets that can change nothing: those of two sessions in steady state over one link that loses nothing.
 * All else in the simulation is exactly as if they had been sent.
 *
 * <p>A host registers an {@link BfdEnd} for each neighbour with BFD. After each input to its speaker it calls {@link
 * #look}, so that quiet begins, and ends when a session does; whenever something else changes at its node on which the
 * way of its packets depends (an interface, an address, a forwarding entry, power), it calls {@link #wake}, at the same
 * instant. Changes of links are noticed here.
 */
public final class BfdQuiet {
    /** How long a pair is watched before it may fall quiet for the first time: longer than any packet is under way. */
    static final long FIRST_LOOK_NANOS = Durations.seconds(10);

    private final IpNetwork network;
    private final Map<String, List<BfdEnd>> ends = new TreeMap<>();
    private final Map<BfdEnd, BfdPair> pairs = new LinkedHashMap<>();

    private boolean leavingOut = true;

    public BfdQuiet(IpNetwork network) {
        this.network = network;
    }

    /** Takes an end into consideration. */
    public void add(BfdEnd end) {
        ends.computeIfAbsent(end.node(), node -> new ArrayList<>()).add(end);
    }

    /** Forgets an end, whose neighbour then gets packets or not as the link will have it. */
    public void remove(BfdEnd end) {
        part(end);
        ends.getOrDefault(end.node(), new ArrayList<>()).remove(end);
    }

    /** Sessions of this node may have changed: lets pairs fall quiet or wake up accordingly. */
    public void look(String node) {
        for (BfdEnd end : ends.getOrDefault(node, List.of())) {
            look(end);
        }
    }

    private void look(BfdEnd end) {
        BfdPair known = pairs.get(end);
        if (known != null && known.isQuiet()) {
            known.endIfReplaced();
        } else if (leavingOut && (known == null || known.packetsChangeNothing())) {
            pairUp(end).filter(BfdPair::packetsChangeNothing).ifPresent(BfdPair::fallQuiet);
        }
    }

    /** From now on all packets are sent, for whoever wants to see them. */
    public void leaveNothingOut() {
        leavingOut = false;
        wakeAll();
    }

    /** Something changes at this node right now that may bear upon its packets. */
    public void wake(String node) {
        for (BfdEnd end : ends.getOrDefault(node, List.of())) {
            BfdPair pair = pairs.get(end);
            if (pair != null) {
                pair.wake();
            }
        }
    }

    /** Wakes all pairs, so that all counters are what they would be. */
    public void wakeAll() {
        ends.keySet().forEach(this::wake);
    }

    /** The pair of this end by the forwarding tables of now, if its session is steady and it has one. */
    private Optional<BfdPair> pairUp(BfdEnd end) {
        if (!BfdPair.isSteady(end.session(), network.simulation().nowNanos())) {
            return Optional.empty();
        }
        Optional<Crossing> way = way(end.node(), end.local(), end.remote());
        Optional<BfdEnd> other =
                way.flatMap(crossing -> end(crossing.link().otherEnd(end.node()), end.remote(), end.local()));
        Optional<Crossing> back = other.flatMap(far -> way(far.node(), far.local(), far.remote()));
        if (back.isEmpty() || back.get().link() != way.get().link()) {
            part(end);
            return Optional.empty();
        }
        return Optional.of(pair(end, other.get(), way.get()));
    }

    private BfdPair pair(BfdEnd end, BfdEnd other, Crossing way) {
        BfdPair known = pairs.get(end);
        if (known != null && known.isOn(way.link()) && pairs.get(other) == known) {
            return known;
        }
        part(end);
        part(other);
        boolean atA = way.direction() == Direction.A_TO_B;
        long calmFrom = network.simulation().nowNanos() + FIRST_LOOK_NANOS;
        BfdPair made = new BfdPair(network, way.link(), atA ? end : other, atA ? other : end, calmFrom);
        pairs.put(end, made);
        pairs.put(other, made);
        return made;
    }

    private void part(BfdEnd end) {
        BfdPair pair = pairs.get(end);
        if (pair != null) {
            pair.dissolve();
            pairs.values().removeIf(each -> each == pair);
        }
    }

    private Optional<Crossing> way(String node, IpAddress local, IpAddress remote) {
        return network.underlay()
                .route(node, local, remote, 1)
                .filter(route -> route.crossings().size() == 1)
                .map(route -> route.crossings().get(0));
    }

    private Optional<BfdEnd> end(String node, IpAddress local, IpAddress remote) {
        return ends.getOrDefault(node, List.of()).stream()
                .filter(end -> end.local().equals(local) && end.remote().equals(remote))
                .findFirst();
    }
}

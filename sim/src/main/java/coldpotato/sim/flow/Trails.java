package coldpotato.sim.flow;

import coldpotato.core.net.IpAddress;
import coldpotato.sim.node.Fork;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ways of packets through the network as it is at one instant. What it finds out for one packet it knows for all others: they share
 * the tree of {@link Stage}s from where they start, look into each table once, and part only where a hash or a middlebox parts them.
 * Good until something changes in the network other than what middleboxes remember; then {@link #forget}.
 */
final class Trails {
    private record Start(String node, IpAddress destination) {}

    private final Network network;
    private final Map<Start, Stage> starts = new LinkedHashMap<>();
    private final Map<IpAddress, Optional<String>> holders = new LinkedHashMap<>();
    private final Map<Start, Fork> forks = new LinkedHashMap<>();
    /** The flows of a group come one after the other, and start alike. */
    private Start lastStart = new Start("", IpAddress.ipv4(0));

    private Optional<Stage> lastStage = Optional.empty();
    private final Interner<Trail> ways = Interners.newStrongInterner();
    private final Interner<Walk> walks = Interners.newStrongInterner();

    Trails(Network network) {
        this.network = network;
    }

    Network network() {
        return network;
    }

    /** The trail of a packet. */
    Passage passage(String from, PacketWalk packet) {
        Trail trail = packet.from(start(from, packet.key().destination()));
        return new Passage(trail, packet.opened(), packet.key());
    }

    /** The trail of a packet that is sent where this host is, if it is anywhere. */
    Passage passage(Optional<String> from, PacketWalk packet) {
        return from.map(node -> passage(node, packet))
                .orElseGet(() -> new Passage(nowhere(packet.key().source()), ImmutableList.of(), packet.key()));
    }

    /** The node of a host, empty if no node has it. */
    Optional<String> holder(IpAddress host) {
        return holders.computeIfAbsent(host, address -> network.holder(address).map(Router::name));
    }

    private Trail nowhere(IpAddress host) {
        return interned(Walk.nowhere(host), ImmutableSet.of(), ImmutableList.of());
    }

    private Stage start(String node, IpAddress destination) {
        if (lastStage.isEmpty() || !lastStart.destination.equals(destination) || !lastStart.node.equals(node)) {
            lastStart = new Start(node, destination);
            lastStage = Optional.of(
                    starts.computeIfAbsent(lastStart, start -> Stage.first(this, network.router(node), destination)));
        }
        return lastStage.get();
    }

    /** What a router does with packets to an address. */
    Fork fork(Router router, IpAddress destination) {
        return forks.computeIfAbsent(new Start(router.name(), destination), start -> router.fork(destination));
    }

    /** The one object of all equal ways, whose walk is the one object of all equal walks. */
    Trail interned(Walk walk, ImmutableSet<String> nodes, ImmutableList<Trail.Lookup> lookups) {
        return ways.intern(new Trail(walks.intern(walk), nodes, lookups));
    }

    /** Something may have changed. */
    void forget() {
        starts.clear();
        lastStage = Optional.empty();
        holders.clear();
        forks.clear();
    }
}

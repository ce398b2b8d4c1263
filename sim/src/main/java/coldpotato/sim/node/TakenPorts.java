package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which ports of which addresses of pools are taken, and by whom. Whoever sends from one address and port inside keeps one
 * address and port of a pool, whatever the destinations (RFC 4787 section 4.1, endpoint-independent mapping). Of ICMP the query
 * identifier counts as port (RFC 5508 section 3.1).
 */
final class TakenPorts {
    /** By who sends, what it has, and for how many flows. */
    private final Map<Endpoint, Map<Endpoint, Integer>> flows = new LinkedHashMap<>();

    private final Map<Pot, BitSet> taken = new LinkedHashMap<>();

    /** Who sends, or seems to. */
    record Endpoint(IpProtocol protocol, IpAddress address, int port) {
        static Endpoint sourceOf(FlowKey key) {
            return new Endpoint(key.protocol(), key.source(), key.sourcePort());
        }
    }

    /** The ports of an address, of which each protocol has its own. */
    private record Pot(IpProtocol protocol, IpAddress address) {}

    /** What somebody inside has of a pool already. */
    Optional<Endpoint> of(Endpoint inside, Prefix pool) {
        return flows.getOrDefault(inside, Map.of()).keySet().stream()
                .filter(outside -> pool.contains(outside.address()))
                .findFirst();
    }

    /** How many ports of a pool are taken by a protocol. */
    int count(IpProtocol protocol, Prefix pool) {
        return taken.entrySet().stream()
                .filter(pot -> pot.getKey().protocol() == protocol
                        && pool.contains(pot.getKey().address()))
                .mapToInt(pot -> pot.getValue().cardinality())
                .sum();
    }

    /** The wanted port if it is free and in the range, else the next one after it that is, around; empty if all are taken. */
    OptionalInt free(IpProtocol protocol, IpAddress address, int wanted, int first, int count) {
        BitSet ports = taken.getOrDefault(new Pot(protocol, address), new BitSet());
        int next = ports.nextClearBit(first + Math.floorMod(wanted - first, count));
        int port = next < first + count ? next : ports.nextClearBit(first);
        return port < first + count ? OptionalInt.of(port) : OptionalInt.empty();
    }

    /** One flow more from inside has this outside. */
    void take(Endpoint inside, Endpoint outside) {
        flows.computeIfAbsent(inside, key -> new LinkedHashMap<>()).merge(outside, 1, Integer::sum);
        taken.computeIfAbsent(new Pot(outside.protocol(), outside.address()), pot -> new BitSet())
                .set(outside.port());
    }

    /** One flow less. */
    void release(Endpoint inside, Endpoint outside) {
        Map<Endpoint, Integer> had = flows.getOrDefault(inside, Map.of());
        if (!had.containsKey(outside)) {
            return;
        }
        if (had.merge(outside, -1, Integer::sum) == 0) {
            had.remove(outside);
            taken.get(new Pot(outside.protocol(), outside.address())).clear(outside.port());
        }
        if (had.isEmpty()) {
            flows.remove(inside);
        }
    }

    void clear() {
        flows.clear();
        taken.clear();
    }
}

package coldpotato.sim.node;

import coldpotato.core.net.EcmpHashing;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Luck;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses one of several next hops for a flow, by its 5-tuple and nothing else, whatever the order of the next hops. Resilient: each
 * next hop gets a score from the 5-tuple, and the highest wins (highest random weight, RFC 2991), so that one that goes away moves
 * its own flows only. Modulo: the remainder of a hash of the 5-tuple by the number of next hops, so that others move too. Every
 * router has its own luck, so that hashes in a row do not repeat each other.
 */
final class EcmpHash {
    private final long seed;
    private final String node;
    private final EcmpHashing hashing;
    private final Map<NextHop, Luck> lucks = new LinkedHashMap<>();

    /**
     * @param seed of the run
     * @param node the router's name
     */
    EcmpHash(long seed, String node, EcmpHashing hashing) {
        this.seed = seed;
        this.node = node;
        this.hashing = hashing;
    }

    /** Next hops among which it chooses. */
    interface Members {
        /** The only one. */
        Members ONE = key -> 0;

        /** Number of the next hop for a flow. */
        int choose(FlowKey key);
    }

    EcmpHashing hashing() {
        return hashing;
    }

    /** The same router's when it hashes in another way. */
    EcmpHash with(EcmpHashing other) {
        return new EcmpHash(seed, node, other);
    }

    /** @param nextHops at least one */
    Members among(List<NextHop> nextHops) {
        if (nextHops.size() == 1) {
            return Members.ONE;
        }
        return switch (hashing) {
            case RESILIENT -> resilient(nextHops);
            case MODULO -> modulo(nextHops);
        };
    }

    private Members resilient(List<NextHop> nextHops) {
        Luck[] members = nextHops.stream()
                .map(nextHop -> lucks.computeIfAbsent(nextHop, hop -> Luck.of(seed, node, hop.toString())))
                .toArray(Luck[]::new);
        return key -> heaviest(members, key);
    }

    private Members modulo(List<NextHop> nextHops) {
        int[] inOrder = IntStream.range(0, nextHops.size())
                .boxed()
                .sorted(Comparator.comparing(member -> nextHops.get(member).toString()))
                .mapToInt(member -> member)
                .toArray();
        Luck luck = Luck.of(seed, node, "modulo");
        return key -> inOrder[(int) Long.remainderUnsigned(score(luck, ports(key), ends(key)), inOrder.length)];
    }

    private static int heaviest(Luck[] members, FlowKey key) {
        long ports = ports(key);
        long ends = ends(key);
        int best = 0;
        long bestScore = 0;
        for (int member = 0; member < members.length; member++) {
            long score = score(members[member], ports, ends);
            if (member == 0 || Long.compareUnsigned(score, bestScore) > 0) {
                best = member;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(Luck luck, long ports, long ends) {
        return new Luck(luck.bits(ports)).bits(ends);
    }

    private static long ports(FlowKey key) {
        return (long) key.protocol().number() << 32 | (long) key.sourcePort() << 16 | key.destinationPort();
    }

    private static long ends(FlowKey key) {
        return bits(key.source()) * 31 + bits(key.destination());
    }

    private static long bits(IpAddress address) {
        return new Luck(address.high()).bits(address.low());
    }
}

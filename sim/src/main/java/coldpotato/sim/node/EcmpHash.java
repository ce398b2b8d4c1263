package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Luck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses one of several next hops for a flow: each next hop gets a score from the 5-tuple, and the highest wins
 * (highest random weight, RFC 2992's relative). A next hop that goes away moves only its own flows, as platforms with
 * resilient hashing do; those with modulo hashing would move others too, which is not modelled. Every router has its own
 * luck, so that hashes in a row do not repeat each other.
 */
final class EcmpHash {
    private final long seed;
    private final String node;
    private final Map<NextHop, Luck> members = new LinkedHashMap<>();

    /**
     * @param seed of the run
     * @param node the router's name
     */
    EcmpHash(long seed, String node) {
        this.seed = seed;
        this.node = node;
    }

    /** @param nextHops at least one */
    NextHop choose(FlowKey key, List<NextHop> nextHops) {
        NextHop best = nextHops.get(0);
        if (nextHops.size() == 1) {
            return best;
        }
        long bestScore = score(key, best);
        for (NextHop nextHop : nextHops.subList(1, nextHops.size())) {
            long score = score(key, nextHop);
            if (Long.compareUnsigned(score, bestScore) > 0) {
                best = nextHop;
                bestScore = score;
            }
        }
        return best;
    }

    private long score(FlowKey key, NextHop nextHop) {
        Luck member = members.computeIfAbsent(nextHop, hop -> Luck.of(seed, node, hop.toString()));
        long ports = (long) key.protocol().number() << 32 | (long) key.sourcePort() << 16 | key.destinationPort();
        return new Luck(member.bits(ports)).bits(bits(key.source()) * 31 + bits(key.destination()));
    }

    private static long bits(IpAddress address) {
        return new Luck(address.high()).bits(address.low());
    }
}

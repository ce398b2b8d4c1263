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
    private final Map<NextHop, Luck> lucks = new LinkedHashMap<>();

    /**
     * @param seed of the run
     * @param node the router's name
     */
    EcmpHash(long seed, String node) {
        this.seed = seed;
        this.node = node;
    }

    /** Next hops among which it chooses. */
    static final class Members {
        static final Members NONE = new Members(new Luck[0]);

        private final Luck[] lucks;

        private Members(Luck[] lucks) {
            this.lucks = lucks;
        }

        /** Number of the next hop for a flow. */
        int choose(FlowKey key) {
            long ports = (long) key.protocol().number() << 32 | (long) key.sourcePort() << 16 | key.destinationPort();
            long ends = bits(key.source()) * 31 + bits(key.destination());
            int best = 0;
            long bestScore = 0;
            for (int member = 0; member < lucks.length; member++) {
                long score = new Luck(lucks[member].bits(ports)).bits(ends);
                if (member == 0 || Long.compareUnsigned(score, bestScore) > 0) {
                    best = member;
                    bestScore = score;
                }
            }
            return best;
        }

        private static long bits(IpAddress address) {
            return new Luck(address.high()).bits(address.low());
        }
    }

    /** @param nextHops at least one */
    Members among(List<NextHop> nextHops) {
        return nextHops.size() == 1
                ? Members.NONE
                : new Members(nextHops.stream()
                        .map(nextHop -> lucks.computeIfAbsent(nextHop, hop -> Luck.of(seed, node, hop.toString())))
                        .toArray(Luck[]::new));
    }
}

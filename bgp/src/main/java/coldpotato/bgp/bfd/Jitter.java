package coldpotato.bgp.bfd;

/**
 * Luck as a pure function of (seed, session name, packet number): a new session or a packet left out changes nobody
 * else's.
 */
public final class Jitter {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long key;

    public Jitter(long seed, String sessionName) {
        long mixed = mix(seed);
        for (int i = 0; i < sessionName.length(); i++) {
            mixed = mix(mixed ^ sessionName.charAt(i));
        }
        this.key = mixed;
    }

    /** A number from 0 to bound - 1, the same at each call; 0 if the bound is 0. */
    long below(long bound, long packetNumber) {
        return bound == 0 ? 0 : Long.remainderUnsigned(mix(key ^ mix(packetNumber)), bound);
    }

    /** The finalizer of SplitMix64, after a step of its sequence. */
    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}

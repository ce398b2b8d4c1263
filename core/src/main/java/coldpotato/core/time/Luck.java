package coldpotato.core.time;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * All the chance there is: a pure function of (seed, name, purpose, count). A new node, or an event more or less
 * elsewhere, changes nobody else's luck.
 *
 * <p>Name and purpose are hashed by 64-bit FNV-1a over their UTF-16 units with a separator, mixed with the seed, and the
 * count is added in steps of the golden ratio, each time followed by the SplitMix64 finaliser.
 *
 * @param stream what was made of seed, name and purpose
 */
public record Luck(long stream) {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    /**
     * The luck of one node, link or session in one respect.
     *
     * @param seed of the run
     * @param name whose luck it is
     * @param purpose what is drawn, such as {@code loss}
     */
    public static Luck of(long seed, String name, String purpose) {
        long hash = separated(NameHash.of(separated(NameHash.of(name)) * NameHash.PRIME, purpose));
        return new Luck(finish(finish(seed) ^ hash));
    }

    /** 64 even bits for draw number {@code count}. */
    public long bits(long count) {
        return finish(stream + (count + 1) * GOLDEN_RATIO);
    }

    /** At least 0 and less than 1. */
    public double unit(long count) {
        return (bits(count) >>> 11) * UNIT;
    }

    /** A whole number of at least 0 and less than the bound; 0 if the bound is 0. */
    public long below(long bound, long count) {
        return bound == 0 ? 0 : Long.remainderUnsigned(bits(count), bound);
    }

    /** True with this probability. */
    public boolean happens(double probability, long count) {
        return unit(count) < probability;
    }

    /** A duration of at least {@code min} and less than {@code max} nanoseconds, or {@code min} if they are equal. */
    public long between(long minNanos, long maxNanos, long count) {
        checkArgument(minNanos <= maxNanos, "from %s to %s", minNanos, maxNanos);
        return minNanos + (long) (unit(count) * (maxNanos - minNanos));
    }

    /** The duration times a factor in (0.75, 1], as RFC 4271 section 10 asks for timers. */
    public long shorten(long nanos, long count) {
        return nanos - (long) (nanos * 0.25 * unit(count));
    }

    private static long separated(long hash) {
        return (hash ^ 0xffff) * NameHash.PRIME;
    }

    private static long finish(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

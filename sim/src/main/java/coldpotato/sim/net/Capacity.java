package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much a link carries in each direction. Links that are segments of one wire name the same wire and share its capacity;
 * they have their ends in the same order.
 *
 * @param wire what is shared; a link that shares with nobody names itself
 * @param bitsPerSecond in each direction, more than 0
 */
public record Capacity(String wire, long bitsPerSecond) {
    private static final long BITS_PER_MEGABIT = 1_000_000;

    public Capacity {
        checkArgument(bitsPerSecond > 0, "%s carries nothing", wire);
    }

    /** As the documents of Azure and data sheets give it. */
    public static Capacity ofMegabits(String wire, long megabitsPerSecond) {
        return new Capacity(wire, megabitsPerSecond * BITS_PER_MEGABIT);
    }
}

package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much a link carries in each direction. Links that are segments of one wire name the same wire and share its capacity;
 * they have their ends in the same order.
 *
 * @param wire what is shared; a link that shares with nobody names itself
 * @param bitsPerSecond in each direction, more than 0
 * @param toleratedBitsPerSecond up to here everything passes, and what is more is cut to {@code bitsPerSecond}; at least that
 * @param within a wider wire that this is a part of, which also has to carry what passes; empty if there is none
 */
public record Capacity(String wire, long bitsPerSecond, long toleratedBitsPerSecond, Optional<Capacity> within) {
    private static final long BITS_PER_MEGABIT = 1_000_000;
    private static final long PERCENT = 100;

    public Capacity {
        checkArgument(bitsPerSecond > 0, "%s carries nothing", wire);
        checkArgument(toleratedBitsPerSecond >= bitsPerSecond, "%s tolerates less than it carries", wire);
    }

    /** A wire of its own that carries no bit more. */
    public Capacity(String wire, long bitsPerSecond) {
        this(wire, bitsPerSecond, bitsPerSecond, Optional.empty());
    }

    /** As data sheets give it. */
    public static Capacity ofMegabits(String wire, long megabitsPerSecond) {
        return new Capacity(wire, megabitsPerSecond * BITS_PER_MEGABIT);
    }

    /** Cut only when it is exceeded by more than a percentage. */
    public Capacity tolerating(int percent) {
        return new Capacity(wire, bitsPerSecond, bitsPerSecond + bitsPerSecond * percent / PERCENT, within);
    }

    /** A part of another. */
    public Capacity within(Capacity wider) {
        return new Capacity(wire, bitsPerSecond, toleratedBitsPerSecond, Optional.of(wider));
    }

    /** This one and those that it is within, the narrowest first. */
    public ImmutableList<Capacity> wires() {
        return Stream.concat(Stream.of(this), within.stream().flatMap(wider -> wider.wires().stream()))
                .collect(ImmutableList.toImmutableList());
    }
}

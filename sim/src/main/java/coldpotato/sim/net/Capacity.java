package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.BitRate;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much a link carries in each direction. Links that are segments of one wire name the same wire and share its capacity; they
 * have their ends in the same order, or are {@link #turned}.
 *
 * @param wire what is shared; a link that shares with nobody names itself
 * @param unit what is counted
 * @param most in each direction, more than 0
 * @param tolerated up to here everything passes, and what is more is cut to {@code most}; at least that
 * @param turned true if the link has its ends in the other order than the wire
 * @param queues how packets from end A to end B share it by their marks; empty if they are all alike
 * @param within a wider wire that this is a part of, or a limit of another unit, which also has to carry what passes; empty if
 *     there is none
 */
public record Capacity(
        String wire,
        Unit unit,
        long most,
        long tolerated,
        boolean turned,
        Optional<Queues> queues,
        Optional<Capacity> within) {
    private static final long BITS_PER_MEGABIT = 1_000_000;
    private static final long PERCENT = 100;

    /** What a limit counts. */
    public enum Unit {
        /** Bits per second. */
        BITS,
        /** Packets per second. */
        PACKETS,
        /** Flows that are there at a time. */
        FLOWS;

        /** An amount of it in words. */
        public String text(double amount) {
            return switch (this) {
                case BITS -> BitRate.text(amount);
                case PACKETS -> String.format(Locale.ROOT, "%d packets/s", Math.round(amount));
                case FLOWS -> String.format(Locale.ROOT, "%d flows", Math.round(amount));
            };
        }
    }

    public Capacity {
        checkArgument(most > 0, "%s carries nothing", wire);
        checkArgument(tolerated >= most, "%s tolerates less than it carries", wire);
        checkArgument(unit == Unit.BITS || queues.isEmpty(), "%s queues what has no length", wire);
    }

    /** A wire of its own that carries no bit more. */
    public Capacity(String wire, long bitsPerSecond) {
        this(wire, Unit.BITS, bitsPerSecond);
    }

    /** A limit that lets nothing more pass. */
    public Capacity(String wire, Unit unit, long most) {
        this(wire, unit, most, most, false, Optional.empty(), Optional.empty());
    }

    /** As data sheets give it. */
    public static Capacity ofMegabits(String wire, long megabitsPerSecond) {
        return new Capacity(wire, megabitsPerSecond * BITS_PER_MEGABIT);
    }

    /** Cut only when it is exceeded by more than a percentage. */
    public Capacity tolerating(int percent) {
        return new Capacity(wire, unit, most, most + most * percent / PERCENT, turned, queues, within);
    }

    /** With queues from end A to end B. */
    public Capacity queued(Optional<Queues> some) {
        return new Capacity(wire, unit, most, tolerated, turned, some, within);
    }

    /** Of a link with its ends in the other order. */
    public Capacity turnedRound() {
        return new Capacity(wire, unit, most, tolerated, !turned, queues, within.map(Capacity::turnedRound));
    }

    /** A part of another, after all that it is a part of already. */
    public Capacity within(Capacity wider) {
        Capacity next = within.map(inner -> inner.within(wider)).orElse(wider);
        return new Capacity(wire, unit, most, tolerated, turned, queues, Optional.of(next));
    }

    /** This one and those that it is within, the narrowest first. */
    public ImmutableList<Capacity> wires() {
        return Stream.concat(Stream.of(this), within.stream().flatMap(wider -> wider.wires().stream()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The queues that packets of a direction of the wire meet. */
    public Optional<Queues> queues(Direction direction) {
        return queues.filter(some -> direction == Direction.A_TO_B);
    }
}

package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * Something that is wrong with a link. Several faults may be on one link at the same time.
 *
 * @param directions the directions that suffer
 * @param lossFraction of the frames, from 0 to 1; 1 delivers nothing
 * @param delayNanos what is added to the link's delay
 * @param dark true if light is lost: where carrier is seen, both ends notice, and nothing passes either way, because each
 *     end tells the other of a remote fault; where it is not seen, the fault is a silent one
 */
public record LinkFault(ImmutableSet<Direction> directions, double lossFraction, long delayNanos, boolean dark) {
    private static final ImmutableSet<Direction> BOTH = Sets.immutableEnumSet(Direction.A_TO_B, Direction.B_TO_A);

    public LinkFault {
        checkArgument(lossFraction >= 0 && lossFraction <= 1, "loss of %s is no fraction", lossFraction);
        checkArgument(delayNanos >= 0, "delay is added, not taken away");
    }

    /** Frames vanish and nobody is told. */
    public static LinkFault silent() {
        return loss(1);
    }

    /** The light goes out. */
    public static LinkFault loud() {
        return new LinkFault(BOTH, 1, 0, true);
    }

    /** This fraction of the frames vanishes. */
    public static LinkFault loss(double fraction) {
        return new LinkFault(BOTH, fraction, 0, false);
    }

    /** Frames take longer. */
    public static LinkFault slow(long addedNanos) {
        return new LinkFault(BOTH, 0, addedNanos, false);
    }

    /** The same in one direction only. */
    public LinkFault only(Direction direction) {
        return new LinkFault(Sets.immutableEnumSet(direction), lossFraction, delayNanos, dark);
    }

    boolean hits(Direction direction) {
        return directions.contains(direction);
    }
}

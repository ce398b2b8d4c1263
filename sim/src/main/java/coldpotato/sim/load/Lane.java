package coldpotato.sim.load;

import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Direction;
import java.util.Comparator;

/**
 * One direction of a limit that several links may share.
 *
 * @param wire its name
 * @param unit what it counts
 * @param direction from its end A or from its end B
 */
public record Lane(String wire, Capacity.Unit unit, Direction direction) implements Comparable<Lane> {
    private static final Comparator<Lane> ORDER =
            Comparator.comparing(Lane::wire).thenComparing(Lane::unit).thenComparing(Lane::direction);

    /** The lane of a limit that packets meet who cross a link of it in a direction. */
    public static Lane of(Capacity limit, Direction direction) {
        return new Lane(limit.wire(), limit.unit(), limit.turned() ? direction.opposite() : direction);
    }

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }
}

package coldpotato.sim.flow;

import coldpotato.sim.load.Lane;
import coldpotato.sim.net.Capacity;
import java.util.Locale;

/**
 * How full one direction of a limit is.
 *
 * @param lane which
 * @param towards a node at the end to which it leads
 * @param offered what arrives at it, or would if nobody slowed down for it, in its unit
 * @param fits what of that passes
 * @param most what it carries
 */
public record Filling(Lane lane, String towards, double offered, double fits, double most) {
    static final double ROUNDING = 1e-9;

    /** What is offered as a percentage of what it carries. */
    public double percent() {
        return 100 * offered / most;
    }

    /** True if not everything fits. */
    public boolean isFull() {
        return offered - fits > ROUNDING * offered;
    }

    Filling plus(double moreOffered, double moreFits) {
        return new Filling(lane, towards, offered + moreOffered, fits + moreFits, most);
    }

    @Override
    public String toString() {
        Capacity.Unit unit = lane.unit();
        return lane.wire() + " towards " + towards + ": of " + unit.text(offered) + " only " + unit.text(fits) + " fit";
    }

    /** What it carries, and how much of that is asked for: {@code 1.6Gbps of 1Gbps (160%)}. */
    public String fullness() {
        Capacity.Unit unit = lane.unit();
        return unit.text(offered) + " of " + unit.text(most)
                + String.format(Locale.ROOT, " (%.0f%%)", Math.floor(percent()));
    }
}

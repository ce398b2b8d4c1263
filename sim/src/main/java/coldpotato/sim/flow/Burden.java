package coldpotato.sim.flow;

import coldpotato.sim.load.Lane;
import coldpotato.sim.net.Capacity;
import java.util.Locale;

/**
 * What one direction of a limit has to carry more after something happened, such as the link that is left when the other one has
 * failed.
 *
 * @param lane which
 * @param towards a node at the end to which it leads
 * @param before what was offered to it just before, in its unit
 * @param peak the most that was offered to it until the end of the time looked at
 * @param peakNanos when that began
 * @param after what was offered to it at the end of that time
 * @param capacity what it carries
 */
public record Burden(
        Lane lane, String towards, double before, double peak, long peakNanos, double after, double capacity) {

    /** True if at some time not all of it fits. */
    public boolean isTooMuch() {
        return peak > capacity;
    }

    /** True if it is of the same limit as another one, and no less. */
    public boolean hadToCarry(Burden other) {
        return lane.equals(other.lane) && peak * (1 + Filling.ROUNDING) >= other.peak;
    }

    /** The peak as a percentage of what it carries. */
    public double peakPercent() {
        return 100 * peak / capacity;
    }

    /** In words: {@code er-ams.secondary towards er-ams.msee2.private: 150Mbps before, then 300Mbps of 200Mbps (150%)}. */
    @Override
    public String toString() {
        Capacity.Unit unit = lane.unit();
        return lane.wire() + " towards " + towards + ": " + unit.text(before) + " before, then " + unit.text(peak)
                + " of " + unit.text(capacity) + String.format(Locale.ROOT, " (%.0f%%)", Math.floor(peakPercent()));
    }
}

package coldpotato.core.net;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How the units of a firewall share the work.
 *
 * @param mode who does it
 * @param units how many there are, 1 to {@link #UNITS_MAX}
 * @param sharesState true if each knows at once what the others know
 * @param takeoverNanos from the failure of a unit until others do its work
 * @param preempts true if a unit that comes back takes its work back
 */
public record ClusterTerms(Mode mode, int units, boolean sharesState, long takeoverNanos, boolean preempts) {
    public static final int UNITS_MAX = 16;

    /** One unit. */
    public static final ClusterTerms ALONE = new ClusterTerms(Mode.ACTIVE_PASSIVE, 1, true, 0, false);

    /** Who does the work. */
    public enum Mode {
        /** One unit does all of it, the others wait. */
        ACTIVE_PASSIVE,
        /** Each flow has a unit, the same one in both directions. */
        ACTIVE_ACTIVE
    }

    public ClusterTerms {
        checkArgument(units >= 1 && units <= UNITS_MAX, "a cluster of %s units", units);
        checkArgument(takeoverNanos >= 0, "a takeover in %s ns", takeoverNanos);
    }
}

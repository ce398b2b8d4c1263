package coldpotato.scenarios.file;

import coldpotato.core.time.Luck;

/**
 * When an entry of the timeline comes: a time, or any moment of a stretch of time, which the seed draws: {@code 10m..11m}, {@code cut +
 * 5s..20s}.
 *
 * @param earliest the time, or the beginning of the stretch
 * @param spreadNanos how long the stretch is, its end included; 0 for a time
 */
public record DrawnTime(TimeExpression earliest, long spreadNanos) {

    /** A time that no seed decides. */
    public static DrawnTime at(TimeExpression time) {
        return new DrawnTime(time, 0);
    }

    boolean isDrawn() {
        return spreadNanos > 0;
    }

    /** The end of the stretch. */
    TimeExpression latest() {
        return new TimeExpression(
                earliest.anchor(), earliest.offsetNanos() + spreadNanos, earliest.text(), earliest.place());
    }

    /** How long after its earliest time an entry comes with a seed: the luck of its name. */
    long delayNanos(long seed, String entry) {
        return isDrawn() ? Luck.of(seed, entry, "when").below(spreadNanos + 1, 0) : 0;
    }
}

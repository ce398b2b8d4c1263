package coldpotato.scenarios.check;

import coldpotato.core.time.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number that a check found and that may be another with another seed.
 *
 * @param name what was measured: {@code outage}
 * @param unit of what
 * @param value in nanoseconds, in percent, or a plain number
 */
public record Measure(String name, Unit unit, double value) {
    private static final int DECIMALS = 3;

    /** What a number counts. */
    public enum Unit {
        NANOS,
        PERCENT,
        PLAIN
    }

    static Measure nanos(String name, long nanos) {
        return new Measure(name, Unit.NANOS, nanos);
    }

    static Measure percent(String name, double percent) {
        return new Measure(name, Unit.PERCENT, percent);
    }

    static Measure plain(String name, double value) {
        return new Measure(name, Unit.PLAIN, value);
    }

    /** The value with its unit. */
    public String text() {
        return switch (unit) {
            case NANOS -> Durations.format((long) value);
            case PERCENT -> Percent.text(value);
            case PLAIN ->
                BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        };
    }
}

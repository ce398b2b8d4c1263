package coldpotato.scenarios.check;

import java.util.Locale;

/** Fractions as percentages. */
final class Percent {
    private Percent() {}

    static double of(double fraction) {
        return fraction * 100;
    }

    /** With one decimal, cut off rather than rounded, so that 100% and 0% are said only where they are meant. */
    static String text(double percent) {
        if (percent == Math.rint(percent)) {
            return String.format(Locale.ROOT, "%.0f%%", percent);
        }
        return percent < 0.1 ? "< 0.1%" : String.format(Locale.ROOT, "%.1f%%", Math.floor(percent * 10) / 10);
    }

    static String text(double min, double max) {
        return text(min).equals(text(max)) ? text(min) : text(min) + " .. " + text(max);
    }
}

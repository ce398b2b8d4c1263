package coldpotato.scenarios.check;

import java.util.Locale;

/** Fractions as percentages. */
final class Percent {
    /** Percentages are kept to so many parts, so that 29 of 100 are 29% in spite of binary fractions. */
    private static final double PARTS = 1e9;

    private Percent() {}

    static double of(double fraction) {
        return Math.round(fraction * 100 * PARTS) / PARTS;
    }

    /** With one decimal, cut off rather than rounded, so that 100% and 0% are said only where they are meant. */
    static String text(double percent) {
        if (percent == Math.rint(percent)) {
            return String.format(Locale.ROOT, "%.0f%%", percent);
        }
        double cut = Math.floor(percent * 10 + 1 / PARTS) / 10;
        return cut == 0 ? "< 0.1%" : String.format(Locale.ROOT, "%.1f%%", cut);
    }

    static String text(double min, double max) {
        return text(min).equals(text(max)) ? text(min) : text(min) + " .. " + text(max);
    }
}

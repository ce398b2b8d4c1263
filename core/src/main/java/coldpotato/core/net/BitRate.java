package coldpotato.core.net;

import java.util.Locale;

/** Bits per second as people write them: {@code 200Mbps}, {@code 1.5Gbps}. */
public final class BitRate {
    private static final String[] UNITS = {"bps", "kbps", "Mbps", "Gbps", "Tbps"};
    private static final double STEP = 1000;

    private BitRate() {}

    /** In the largest unit of which there is at least one, with no more than one decimal. */
    public static String text(double bitsPerSecond) {
        double value = bitsPerSecond;
        int unit = 0;
        while (Math.round(value * 10) >= STEP * 10 && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? tenths / 10 + UNITS[unit]
                : String.format(Locale.ROOT, "%d.%d%s", tenths / 10, tenths % 10, UNITS[unit]);
    }
}

package coldpotato.scenarios.check;

import coldpotato.core.time.Durations;
import java.util.Locale;

/** A time of a run as reports write it: {@code 12:25.508}, or {@code 1:02:25.508} after the first hour. */
public final class TimeText {
    private static final long MILLIS_PER_MINUTE = 60_000;

    private TimeText() {}

    /** @param nanos since the start of the run, not negative */
    public static String of(long nanos) {
        long millis = (nanos + Durations.NANOS_PER_MILLI / 2) / Durations.NANOS_PER_MILLI;
        long minutes = millis / MILLIS_PER_MINUTE;
        long rest = millis % MILLIS_PER_MINUTE;
        String seconds = String.format(Locale.ROOT, "%02d.%03d", rest / 1000, rest % 1000);
        return minutes < 60
                ? String.format(Locale.ROOT, "%02d:%s", minutes, seconds)
                : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, seconds);
    }
}

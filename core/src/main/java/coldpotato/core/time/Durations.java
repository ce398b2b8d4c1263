package coldpotato.core.time;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as text, such as {@code 300ms}, {@code 90s}, {@code 1h30m}; always nanoseconds inside. */
public final class Durations {
    public static final long NANOS_PER_MILLI = 1_000_000L;
    public static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Times beyond this (about 146 years) are not accepted, so that sums of two never overflow. */
    public static final long NANOS_MAX = Long.MAX_VALUE / 2;

    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ns|us|ms|s|m|h|d)");

    private Durations() {}

    public static long seconds(long seconds) {
        return Math.multiplyExact(seconds, NANOS_PER_SECOND);
    }

    public static long millis(long millis) {
        return Math.multiplyExact(millis, NANOS_PER_MILLI);
    }

    /** Nanoseconds of a text such as {@code 1m30s}, {@code 0s} or {@code 0.9s}; empty if it is not a duration. */
    public static OptionalLong tryParse(String text) {
        Matcher matcher = PART.matcher(text);
        BigDecimal total = BigDecimal.ZERO;
        int end = 0;
        long unitBefore = Long.MAX_VALUE;
        while (matcher.find() && matcher.start() == end) {
            long unit = unitNanos(matcher.group(2));
            if (unit >= unitBefore) {
                return OptionalLong.empty();
            }
            total = total.add(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)));
            unitBefore = unit;
            end = matcher.end();
        }
        boolean fits = total.compareTo(BigDecimal.valueOf(NANOS_MAX)) <= 0;
        return end > 0 && end == text.length() && fits ? OptionalLong.of(total.longValue()) : OptionalLong.empty();
    }

    /** @throws IllegalArgumentException if the text is not a duration */
    public static long parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a duration: " + text));
    }

    /**
     * The duration as people write it, exact to the millisecond: {@code 2m58.900s}, {@code 900ms}, {@code 10m}. Negative
     * durations get a minus sign.
     */
    public static String format(long nanos) {
        if (nanos < 0) {
            return "-" + format(-nanos);
        }
        long millis = (nanos + NANOS_PER_MILLI / 2) / NANOS_PER_MILLI;
        if (millis < 1000) {
            return nanos != 0 && millis == 0 ? "<1ms" : millis == 0 ? "0s" : millis + "ms";
        }
        StringBuilder text = new StringBuilder();
        long rest = append(text, append(text, millis, 3_600_000, "h"), 60_000, "m");
        if (rest % 1000 != 0) {
            text.append(String.format(Locale.ROOT, "%d.%03ds", rest / 1000, rest % 1000));
        } else if (rest > 0) {
            text.append(rest / 1000).append('s');
        }
        return text.toString();
    }

    private static long append(StringBuilder text, long millis, long unit, String name) {
        if (millis >= unit) {
            text.append(millis / unit).append(name);
        }
        return millis % unit;
    }

    private static long unitNanos(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> NANOS_PER_MILLI;
            case "s" -> NANOS_PER_SECOND;
            case "m" -> 60 * NANOS_PER_SECOND;
            case "h" -> 3600 * NANOS_PER_SECOND;
            default -> 86_400 * NANOS_PER_SECOND;
        };
    }
}

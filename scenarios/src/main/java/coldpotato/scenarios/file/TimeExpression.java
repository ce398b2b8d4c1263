package coldpotato.scenarios.file;

import coldpotato.core.time.Durations;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of a run: {@code 10m}, {@code cut}, {@code cut + 10m}, {@code mend - 1m}, {@code end}. What it comes to,
 * {@link Times} knows.
 *
 * @param anchor the entry of the timeline or {@code end} that it is counted from, empty for the start of the run
 * @param offsetNanos before (negative) or after that
 * @param text as the user wrote it
 * @param place where
 */
public record TimeExpression(Optional<String> anchor, long offsetNanos, String text, Place place) {
    /** The name of the end of the run. */
    public static final String END = "end";

    static final String PATTERN = ".*\\S.*";
    /** A minus needs a space before it, because names have dashes. */
    private static final Pattern ANCHORED = Pattern.compile("(.*\\S)(?:\\s*([+])\\s*|\\s+(-)\\s*)(\\S+)");

    /** As reports write times, with hours or without: {@code 12:23.245}, {@code 1:02:03.500}. */
    private static final Pattern CLOCK =
            Pattern.compile("(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-9]{2})(?:\\.([0-9]{1,9}))?");

    private static final int MILLI_DIGITS = 3;

    /** The time that the text says, empty if it cannot be one; whether there is such an entry, {@link Times} knows. */
    public static Optional<TimeExpression> tryParse(String text, Place place) {
        OptionalLong plain = Durations.tryParse(text);
        if (plain.isPresent()) {
            return Optional.of(new TimeExpression(Optional.empty(), plain.getAsLong(), text, place));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(new TimeExpression(Optional.empty(), clockNanos(clock), text, place));
        }
        Matcher anchored = ANCHORED.matcher(text);
        if (!anchored.matches()) {
            return Optional.of(new TimeExpression(Optional.of(text), 0, text, place));
        }
        OptionalLong offset = Durations.tryParse(anchored.group(4));
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        long sign = anchored.group(2) == null ? -1 : 1;
        return Optional.of(new TimeExpression(Optional.of(anchored.group(1)), sign * offset.getAsLong(), text, place));
    }

    /** Reports round to milliseconds; three digits stand for all that is written so, that what is told has happened. */
    private static long clockNanos(Matcher clock) {
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        long seconds = hours * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3));
        String digits = clock.group(4) == null ? "" : clock.group(4);
        long rounding = digits.length() == MILLI_DIGITS ? Durations.NANOS_PER_MILLI / 2 - 1 : 0;
        return Durations.seconds(seconds) + Long.parseLong((digits + "000000000").substring(0, 9)) + rounding;
    }

    /** What to say of a time with a minus and nothing before it. */
    public static String negative(String text) {
        return Quoted.of(text) + " is before the start: times count from the start; say 10m, cut - 10m or end - 10m";
    }

    /** A time in place of one that could not be read; it comes to nothing. */
    static TimeExpression standIn(Place place) {
        return new TimeExpression(Optional.of(""), 0, "", place);
    }

    boolean isStandIn() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}

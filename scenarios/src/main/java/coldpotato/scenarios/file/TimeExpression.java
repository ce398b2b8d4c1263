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

    /** The time that the text says, empty if it cannot be one; whether there is such an entry, {@link Times} knows. */
    public static Optional<TimeExpression> tryParse(String text, Place place) {
        OptionalLong plain = Durations.tryParse(text);
        if (plain.isPresent()) {
            return Optional.of(new TimeExpression(Optional.empty(), plain.getAsLong(), text, place));
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

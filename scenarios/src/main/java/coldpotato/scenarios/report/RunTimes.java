package coldpotato.scenarios.report;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.check.TimeText;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Times of a run as people read them.
 *
 * @param events when the entries of the timeline are, by name, in nanoseconds of the run
 */
public record RunTimes(ImmutableMap<String, Long> events) {
    private static final int ENTRIES_SHOWN_MAX = 2;

    /**
     * How long after the last entry of the timeline: {@code cut + 2m41.2s}; empty before the first. Entries of one instant are
     * named together: {@code again, mend}.
     */
    public String since(long nanos) {
        OptionalLong last = events.values().stream()
                .mapToLong(Long::longValue)
                .filter(event -> event <= nanos)
                .max();
        if (last.isEmpty()) {
            return "";
        }
        String entries = entries(last.getAsLong());
        return last.getAsLong() == nanos ? entries : entries + " + " + span(nanos - last.getAsLong());
    }

    private String entries(long nanos) {
        List<String> names = events.entrySet().stream()
                .filter(event -> event.getValue() == nanos)
                .map(Map.Entry::getKey)
                .toList();
        return names.size() <= ENTRIES_SHOWN_MAX
                ? String.join(", ", names)
                : names.get(0) + " and " + (names.size() - 1) + " more";
    }

    /** Both: {@code 12:41.200 (cut + 2m41.2s)}. */
    public String both(long nanos) {
        String since = since(nanos);
        return since.isEmpty() ? TimeText.of(nanos) : TimeText.of(nanos) + " (" + since + ")";
    }

    /** How long ago as routers write it: {@code 00:02:41}, from a day on {@code 1d02h03m}. */
    public static String age(long nanos) {
        long seconds = nanos / Durations.NANOS_PER_SECOND;
        return seconds < 86_400
                ? String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%dd%02dh%02dm", seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    }

    /** A duration without zeros at its end: {@code 2m41.2s}. */
    public static String span(long nanos) {
        String text = Durations.format(nanos);
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length() - 1;
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end) + "s";
    }
}

package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are times of the run, or ranges of time after one. */
final class TimeValues {
    private static final Pattern AFTER = Pattern.compile("(.*\\S)\\s+after\\s+(\\S.*)");

    static final Value<TimeExpression> TIME =
            mentioning(new Form.Text("a time such as 10m, cut, cut + 10m or end", TimeExpression.PATTERN, false));

    static final Value<Within> WITHIN = within();

    /** Two times, the first not after the second. */
    static final Value<ImmutableList<TimeExpression>> INTERVAL = Value.list(TIME);

    private TimeValues() {}

    private static Value<TimeExpression> mentioning(Form form) {
        return new Value<>(form, TimeValues::noTime, (tree, reading) -> {
            if (!(tree instanceof Tree.Scalar scalar) || tree.isNull()) {
                reading.wrong(tree.place(), Forms.mismatch(form, tree));
                return noTime(reading);
            }
            return time(scalar.text(), scalar.place(), reading);
        });
    }

    private static TimeExpression time(String text, Place place, Reading reading) {
        Optional<TimeExpression> time = TimeExpression.tryParse(text, place);
        if (text.matches("[0-9.]+")) {
            reading.wrong(place, Quantities.noDuration(text));
            return noTime(reading);
        }
        if (text.startsWith("-")) {
            reading.wrong(place, TimeExpression.negative(text));
            return noTime(reading);
        }
        if (time.isEmpty() || text.isBlank()) {
            reading.wrong(place, Quoted.of(text) + " is not a time; say 10m, cut, or cut + 10m");
            return noTime(reading);
        }
        reading.mentioned(time.get());
        return time.get();
    }

    private static Value<Within> within() {
        Form form =
                new Form.Text("a range of durations after a time, as in 120s..180s after cut", ".+ after .+", false);
        return new Value<>(form, TimeValues::anyTime, (tree, reading) -> {
            Matcher matcher = AFTER.matcher(tree instanceof Tree.Scalar scalar ? scalar.text() : "");
            if (!matcher.matches()) {
                reading.wrong(tree.place(), Forms.mismatch(form, tree));
                return anyTime(reading);
            }
            TimeExpression after = time(matcher.group(2), tree.place(), reading);
            Within within = Ranges.duration(matcher.group(1), message -> reading.wrong(tree.place(), message))
                    .map(range -> new Within(range, after))
                    .orElseGet(() -> anyTime(reading));
            if (!within.after().isStandIn()) {
                reading.mentioned(within.latest());
            }
            return within;
        });
    }

    private static Within anyTime(Reading reading) {
        return new Within(new DurationRange(0, Long.MAX_VALUE, false, false, ""), noTime(reading));
    }

    private static TimeExpression noTime(Reading reading) {
        return TimeExpression.standIn(reading.nowhere());
    }
}

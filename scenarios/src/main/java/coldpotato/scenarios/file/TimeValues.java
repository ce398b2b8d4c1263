package coldpotato.scenarios.file;

import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are times of the run, or ranges of time after one. */
final class TimeValues {
    /** The second time may leave out what it shares with the first. */
    private static final Pattern STRETCH = Pattern.compile("(.*\\S)\\s*\\.\\.\\s*(\\S.*)");

    private static final Pattern AFTER = Pattern.compile("(.*\\S)\\s+after\\s+(\\S.*)");

    static final Value<TimeExpression> TIME =
            mentioning(new Form.Text("a time such as 10m, cut, cut + 10m or end", TimeExpression.PATTERN, false));

    /** A time, or a stretch of time from which the seed draws one. */
    static final Value<DrawnTime> DRAWN = drawn();

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

    private static Value<DrawnTime> drawn() {
        Form form = new Form.Text(
                "a time such as 10m or cut + 10m, or a stretch of time such as 10m..11m or cut + 5s..20s",
                TimeExpression.PATTERN,
                false);
        return new Value<>(form, reading -> DrawnTime.at(noTime(reading)), (tree, reading) -> {
            Matcher stretch = STRETCH.matcher(tree instanceof Tree.Scalar scalar ? scalar.text() : "");
            return stretch.matches()
                    ? stretch(stretch.group(1), stretch.group(2), tree.place(), reading)
                    : DrawnTime.at(TIME.read(tree, reading));
        });
    }

    /** The later end alone is counted from what the earlier one is counted from: {@code cut + 5s..20s}. */
    private static DrawnTime stretch(String from, String to, Place place, Reading reading) {
        TimeExpression earliest = time(from, place, reading);
        OptionalLong offset = Durations.tryParse(to);
        long sign = earliest.offsetNanos() < 0 ? -1 : 1;
        TimeExpression latest = offset.isPresent()
                ? new TimeExpression(earliest.anchor(), sign * offset.getAsLong(), to, place)
                : time(to, place, reading);
        if (earliest.isStandIn() || latest.isStandIn()) {
            return DrawnTime.at(earliest);
        }
        long spread = latest.offsetNanos() - earliest.offsetNanos();
        if (!latest.anchor().equals(earliest.anchor())) {
            reading.wrong(place, "both ends of a stretch of time are counted from the same, as in cut + 5s..20s");
        } else if (spread < 0) {
            reading.wrong(place, "the stretch of time runs backwards; say the earlier time first");
        }
        return new DrawnTime(earliest, Math.max(0, spread));
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

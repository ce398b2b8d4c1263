package coldpotato.scenarios.file;

import coldpotato.core.time.Durations;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values with a unit: durations, shares, bandwidths, dates. */
final class Quantities {
    static final String DURATION_PATTERN = "([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h|d))+";
    static final String PERCENT_PATTERN = "[0-9]+(\\.[0-9]+)?%";

    /** Longest duration in a file; a run is a night, not a year. */
    static final long DURATION_MAX_NANOS = Durations.parse("30d");

    static final String AMOUNT_UNIT = "(%|bps|kbps|Mbps|Gbps)";

    private static final Pattern AMOUNT_TEXT = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?) ?" + AMOUNT_UNIT + "?");
    private static final ImmutableMap<String, Double> AMOUNT_FACTORS =
            ImmutableMap.of("kbps", 1e3, "Mbps", 1e6, "Gbps", 1e9);
    private static final Pattern BANDWIDTH_TEXT = Pattern.compile("([0-9]{1,6}) ?(Mbps|Gbps)");

    /** Nanoseconds. */
    static final Value<Long> DURATION = Value.scalar(
            new Form.Text("a duration such as 90s, 300ms or 1h30m", DURATION_PATTERN, false), 0L, Quantities::duration);

    /** Nanoseconds, more than none. */
    static final Value<Long> POSITIVE_DURATION = Value.scalar(DURATION.form(), 1L, (scalar, wrong) -> {
        Optional<Long> nanos = duration(scalar, wrong);
        if (nanos.isPresent() && nanos.get() == 0) {
            wrong.accept(Quoted.of(scalar.text()) + " is no time at all; this must last");
            return Optional.empty();
        }
        return nanos;
    });

    /** A share, 0 to 1. */
    static final Value<Double> PERCENT =
            Value.scalar(new Form.Text("a percentage such as 30%", PERCENT_PATTERN, false), 0.0, (scalar, wrong) -> {
                Optional<Double> percent = tryPercent(scalar.text());
                if (percent.isEmpty()) {
                    wrong.accept(noPercent(scalar.text()));
                }
                return percent.map(value -> value / 100);
            });

    /** Mbit/s. */
    static final Value<Long> BANDWIDTH = Value.scalar(
            new Form.Text("a bandwidth such as 200Mbps or 1Gbps", BANDWIDTH_TEXT.pattern(), false),
            1L,
            (scalar, wrong) -> {
                Matcher matcher = BANDWIDTH_TEXT.matcher(scalar.text());
                if (!matcher.matches()) {
                    wrong.accept(Quoted.of(scalar.text()) + " is not a bandwidth; say 200Mbps or 1Gbps");
                    return Optional.empty();
                }
                long factor = matcher.group(2).equals("Gbps") ? 1000 : 1;
                return Optional.of(Long.parseLong(matcher.group(1)) * factor);
            });

    static final Value<LocalDate> DATE = Value.scalar(
            new Form.Text("a date such as 2024-05-31", "[0-9]{4}-[0-9]{2}-[0-9]{2}", false),
            LocalDate.EPOCH,
            (scalar, wrong) -> {
                try {
                    return Optional.of(LocalDate.parse(scalar.text()));
                } catch (DateTimeParseException notADate) {
                    wrong.accept(Quoted.of(scalar.text()) + " is not a date; say year-month-day, as in 2024-05-31");
                    return Optional.empty();
                }
            });

    private Quantities() {}

    static Optional<Long> duration(Tree.Scalar scalar, Consumer<String> wrong) {
        OptionalLong nanos = Durations.tryParse(scalar.text());
        if (nanos.isEmpty()) {
            wrong.accept(noDuration(scalar.text()));
            return Optional.empty();
        }
        if (nanos.getAsLong() > DURATION_MAX_NANOS) {
            wrong.accept(Quoted.of(scalar.text()) + " is longer than the longest run, 30d");
            return Optional.empty();
        }
        return Optional.of(nanos.getAsLong());
    }

    static String noDuration(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?")
                ? Quoted.of(text) + " has no unit; " + text + "s or " + text + "m?"
                : Quoted.of(text) + " is not a duration; say 90s, 300ms or 1h30m";
    }

    /** 0 to 100. */
    static Optional<Double> tryPercent(String text) {
        if (text.length() > 10 || !text.matches(PERCENT_PATTERN)) {
            return Optional.empty();
        }
        BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
        return percent.compareTo(BigDecimal.valueOf(100)) > 0 ? Optional.empty() : Optional.of(percent.doubleValue());
    }

    /** 0 or more. */
    static Optional<Double> tryLoad(String text) {
        return text.length() > 10 || !text.matches(PERCENT_PATTERN)
                ? Optional.empty()
                : Optional.of(Double.parseDouble(text.substring(0, text.length() - 1)));
    }

    static String noLoad(String text) {
        return Quoted.of(text) + " is not a percentage such as 80% or 160%";
    }

    /** A number, as it is or of bits per second. */
    static Optional<Double> tryAmount(String text) {
        Matcher matcher = AMOUNT_TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(Double.parseDouble(matcher.group(1))
                        * AMOUNT_FACTORS.getOrDefault(Strings.nullToEmpty(matcher.group(2)), 1.0))
                : Optional.empty();
    }

    static String noPercent(String text) {
        return text.matches("[0-9]{1,3}(\\.[0-9]+)?")
                ? Quoted.of(text) + " has no unit; " + text + "%?"
                : Quoted.of(text) + " is not a percentage from 0% to 100%";
    }
}

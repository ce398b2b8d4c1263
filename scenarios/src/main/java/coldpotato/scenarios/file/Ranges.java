package coldpotato.scenarios.file;

import coldpotato.core.time.Durations;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that are ranges: {@code 40..60%}, {@code 120s..180s}, {@code 100%}, {@code 40%..}, {@code ..1s}, {@code < 1s}; in
 * quotes also {@code ">= 40%"}, because YAML keeps the sign for itself.
 */
final class Ranges {
    private static final Pattern FROM_TO = Pattern.compile("(.*?)\\s*\\.\\.\\s*(.*)");
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(\\S.*)");
    private static final String UNIT = "(ns|us|ms|s|m|h|d)";

    static final Value<PercentRange> PERCENT = Value.scalar(
            new Form.Text("a range of percentages such as 100%, 40..60% or 99%..", ".*[0-9]%.*", false),
            new PercentRange(0, 100, false, false, ""),
            (scalar, wrong) -> percent(scalar, Quantities::tryPercent, Quantities::noPercent, 100, wrong));

    /** What is asked of a limit as a share of what it carries, which may be more than all of it. */
    static final Value<PercentRange> LOAD = Value.scalar(
            new Form.Text(
                    "a range of percentages, also of more than 100%, such as ..80% or 120..130%", ".*[0-9]%.*", false),
            new PercentRange(0, Double.MAX_VALUE, false, false, ""),
            (scalar, wrong) -> percent(scalar, Quantities::tryLoad, Quantities::noLoad, Double.MAX_VALUE, wrong));

    static final Value<DurationRange> DURATION = Value.scalar(
            new Form.Text("a range of durations such as 120s..180s or < 1s", ".*[0-9]" + UNIT + ".*", false),
            new DurationRange(0, Long.MAX_VALUE, false, false, ""),
            Ranges::duration);

    static final Value<CountRange> COUNT = Value.scalar(
            new Form.Text("a range of counts such as 4000, 1..10 or 1..", ".*[0-9]+.*", true),
            new CountRange(0, Long.MAX_VALUE, ""),
            Ranges::count);

    /** In percent, bits per second or without a unit, as written. */
    static final Value<AmountRange> AMOUNT = Value.scalar(
            new Form.Text("a value or range such as 0%, 100Mbps.., 18 or > 0bps", ".*[0-9]+.*", true),
            new AmountRange(0, Double.MAX_VALUE, false, false, ""),
            Ranges::amount);

    /**
     * The two ends of a range as text; equal if a single value was written, empty where there is no limit.
     *
     * @param from lower end
     * @param to upper end
     * @param open true if an end that is compared with is not itself in the range
     */
    private record Ends(String from, String to, boolean open) {

        static Ends of(String text) {
            Matcher compared = COMPARED.matcher(text);
            if (compared.matches()) {
                String sign = compared.group(1);
                boolean open = sign.length() == 1;
                return sign.startsWith("<")
                        ? new Ends("", compared.group(2), open)
                        : new Ends(compared.group(2), "", open);
            }
            Matcher both = FROM_TO.matcher(text);
            return both.matches() ? new Ends(both.group(1), both.group(2), false) : new Ends(text, text, false);
        }

        /** {@code 40..60%} means {@code 40%..60%}. */
        Ends sharingUnit(String unit) {
            Matcher matcher = Pattern.compile("[0-9.]+(" + unit + ")").matcher(to);
            return from.matches("[0-9.]+") && matcher.matches() ? new Ends(from + matcher.group(1), to, open) : this;
        }

        /** Reads both ends; empty, after telling what is wrong, if one cannot be read or they are the wrong way round. */
        <T extends Comparable<T>> boolean read(
                Function<String, Optional<T>> parser, Function<String, String> complaint, Consumer<String> wrong) {
            if (from.isEmpty() && to.isEmpty()) {
                wrong.accept("a range needs at least one end");
                return false;
            }
            for (String end : new String[] {from, to}) {
                if (!end.isEmpty() && parser.apply(end).isEmpty()) {
                    wrong.accept(complaint.apply(end));
                    return false;
                }
            }
            if (from.isEmpty() || to.isEmpty()) {
                return true;
            }
            boolean rising = parser.apply(from).get().compareTo(parser.apply(to).get()) <= 0;
            if (!rising) {
                wrong.accept("the range runs backwards; did you mean " + to + ".." + from + "?");
            }
            return rising;
        }
    }

    private Ranges() {}

    static Optional<DurationRange> duration(Tree.Scalar scalar, Consumer<String> wrong) {
        return duration(scalar.text(), wrong);
    }

    static Optional<DurationRange> duration(String text, Consumer<String> wrong) {
        Ends ends = Ends.of(text).sharingUnit(UNIT);
        if (!ends.read(Ranges::nanos, Quantities::noDuration, wrong)) {
            return Optional.empty();
        }
        return Optional.of(new DurationRange(
                nanos(ends.from).orElse(0L),
                nanos(ends.to).orElse(Long.MAX_VALUE),
                ends.open && ends.to.isEmpty(),
                ends.open && ends.from.isEmpty(),
                text));
    }

    private static Optional<PercentRange> percent(
            Tree.Scalar scalar,
            Function<String, Optional<Double>> parser,
            Function<String, String> complaint,
            double most,
            Consumer<String> wrong) {
        Ends ends = Ends.of(scalar.text()).sharingUnit("%");
        if (!ends.read(parser, complaint, wrong)) {
            return Optional.empty();
        }
        return Optional.of(new PercentRange(
                parser.apply(ends.from).orElse(0.0),
                parser.apply(ends.to).orElse(most),
                ends.open && ends.to.isEmpty(),
                ends.open && ends.from.isEmpty(),
                scalar.text()));
    }

    private static Optional<CountRange> count(Tree.Scalar scalar, Consumer<String> wrong) {
        Ends ends = Ends.of(scalar.text());
        if (!ends.read(Ranges::whole, end -> Quoted.of(end) + " is not a whole number", wrong)) {
            return Optional.empty();
        }
        int beyond = ends.open ? 1 : 0;
        long min = whole(ends.from)
                .map(from -> ends.to.isEmpty() ? from + beyond : from)
                .orElse(0L);
        long max =
                whole(ends.to).map(to -> ends.from.isEmpty() ? to - beyond : to).orElse(Long.MAX_VALUE);
        return Optional.of(new CountRange(min, max, scalar.text()));
    }

    private static Optional<AmountRange> amount(Tree.Scalar scalar, Consumer<String> wrong) {
        Ends ends = Ends.of(scalar.text()).sharingUnit(Quantities.AMOUNT_UNIT);
        if (!ends.read(
                Quantities::tryAmount, end -> Quoted.of(end) + " is not a value; say 0%, 200Mbps or 18", wrong)) {
            return Optional.empty();
        }
        return Optional.of(new AmountRange(
                Quantities.tryAmount(ends.from).orElse(0.0),
                Quantities.tryAmount(ends.to).orElse(Double.MAX_VALUE),
                ends.open && ends.to.isEmpty(),
                ends.open && ends.from.isEmpty(),
                scalar.text()));
    }

    private static Optional<Long> nanos(String text) {
        OptionalLong nanos = Durations.tryParse(text);
        return nanos.isPresent() ? Optional.of(nanos.getAsLong()) : Optional.empty();
    }

    private static Optional<Long> whole(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

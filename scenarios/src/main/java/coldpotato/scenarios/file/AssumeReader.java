package coldpotato.scenarios.file;

import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.Conflicts;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The section {@code assume}: a word for all assumptions, or values by name, with {@code all} for the rest and {@code documents}
 * for what the documents of a day said. What the command line says goes before it.
 */
final class AssumeReader {
    private static final String ALL = "all";
    /** What the documents of a day said wherever they contradict each other. */
    private static final String DOCUMENTS = "documents";
    /** Largest multiplier of BFD (RFC 5880 section 4.1). */
    private static final int COUNT_MAX = 255;

    private static final ImmutableMap<String, Function<Assumption, String>> WORDS = ImmutableMap.of(
            "usual", Assumption::usual,
            "best", Assumption::best,
            "worst", Assumption::worst);

    /** Text by name of the assumption, or by {@code all}. */
    static final Value<ImmutableMap<String, Placed<String>>> CHOICES = Value.either(
            Placed.value(Words.choice(words(), "usual")).map(word -> ImmutableMap.of(ALL, word)),
            Value.free("assumption", Placed.value(Words.TEXT)));

    private final Mistakes mistakes;
    private final Map<String, String> values = new LinkedHashMap<>();

    private AssumeReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The values that count: those of the choices that come later go before those that come earlier. */
    static AssumptionValues values(Iterable<ImmutableMap<String, Placed<String>>> choices, Mistakes mistakes) {
        AssumeReader reader = new AssumeReader(mistakes);
        choices.forEach(reader::take);
        return new AssumptionValues(ImmutableMap.copyOf(reader.values));
    }

    /** A choice of the command line. */
    static ImmutableMap<String, Placed<String>> choice(AssumeChoice choice) {
        int equals = choice.text().indexOf('=');
        String name = equals < 0 ? ALL : choice.text().substring(0, equals);
        return ImmutableMap.of(
                name, new Placed<>(Place.whole(choice.source()), choice.text().substring(equals + 1)));
    }

    private void take(ImmutableMap<String, Placed<String>> choices) {
        Placed<String> all = choices.get(ALL);
        if (all != null) {
            takeAll(all);
        }
        Placed<String> day = choices.get(DOCUMENTS);
        if (day != null) {
            takeDocuments(day);
        }
        choices.forEach((name, text) -> {
            if (!name.equals(ALL) && !name.equals(DOCUMENTS)) {
                takeOne(name, text);
            }
        });
    }

    private void takeAll(Placed<String> word) {
        Function<Assumption, String> choice = WORDS.get(word.value());
        if (choice == null) {
            mistakes.add(word.place(), Quoted.of(word.value()) + " is none of " + String.join(", ", WORDS.keySet()));
            return;
        }
        Assumptions.catalogue().all().forEach(assumption -> values.put(assumption.name(), choice.apply(assumption)));
    }

    private void takeDocuments(Placed<String> text) {
        try {
            LocalDate day = LocalDate.parse(text.value());
            if (day.isAfter(Conflicts.READ_UNTIL)) {
                mistakes.add(
                        text.place(),
                        "documents of after " + Conflicts.READ_UNTIL
                                + " have not been read; leave this out for the newest");
            }
            Conflicts.all()
                    .forEach(conflict -> values.put(
                            conflict.assumption().name(), conflict.on(day).value()));
        } catch (DateTimeParseException notADay) {
            mistakes.add(text.place(), Quoted.of(text.value()) + " is not a day such as 2023-06-30");
        }
    }

    private void takeOne(String name, Placed<String> text) {
        Assumption assumption = Assumptions.catalogue().find(name).orElse(null);
        if (assumption == null) {
            ImmutableList<String> names = Assumptions.catalogue().all().stream()
                    .map(Assumption::name)
                    .collect(ImmutableList.toImmutableList());
            mistakes.add(
                    text.place(),
                    "there is no assumption " + Quoted.of(name) + Spelling.hint(name, names)
                            + "; `coldpotato assumptions` lists them");
        } else {
            put(assumption, text);
        }
    }

    private void put(Assumption assumption, Placed<String> text) {
        Function<Assumption, String> word = WORDS.get(text.value());
        String value = word == null ? text.value() : word.apply(assumption);
        if (fits(assumption, value)) {
            values.put(assumption.name(), value);
        } else {
            mistakes.add(
                    text.place(),
                    Quoted.of(text.value()) + " is no value of " + assumption.name() + "; say best, worst or "
                            + switch (assumption.unit()) {
                                case DURATION -> "a duration";
                                case WAIT -> "a duration of at least 100ms";
                                case HOLD_TIME -> "0s or whole seconds from 3s to 65535s";
                                case COUNT -> "a number from 1 to 255";
                                case SWITCH -> "on or off";
                                case CHOICE -> "one of " + String.join(", ", assumption.choices());
                            }
                            + " such as " + assumption.usual());
        }
    }

    private static boolean fits(Assumption assumption, String value) {
        return switch (assumption.unit()) {
            case DURATION ->
                Durations.tryParse(value).stream().anyMatch(nanos -> nanos <= Quantities.DURATION_MAX_NANOS);
            case WAIT ->
                Durations.tryParse(value).stream()
                        .anyMatch(
                                nanos -> nanos >= TimerValues.WAIT_MIN_NANOS && nanos <= Quantities.DURATION_MAX_NANOS);
            case HOLD_TIME -> Durations.tryParse(value).stream().anyMatch(TimerValues::isHoldTime);
            case COUNT -> value.matches("[1-9][0-9]{0,2}") && Integer.parseInt(value) <= COUNT_MAX;
            case SWITCH -> value.equals("on") || value.equals("off");
            case CHOICE -> assumption.choices().contains(value);
        };
    }

    private static ImmutableMap<String, String> words() {
        return ImmutableMap.of("usual", "usual", "best", "best", "worst", "worst");
    }
}

package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The section {@code timeline}: what happens when. Each entry has one key that says what, and others that say how; which of
 * them go together, the kinds of entries know.
 */
final class TimelineReader {
    /** Entries of a timeline. */
    static final int ENTRIES_MAX = 1000;

    private static final String REFUSED = "refused";
    private static final ImmutableMap<Key<?>, Function<Fields, ? extends Action>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, ? extends Action>>builder()
                    .putAll(FaultReader.KINDS)
                    .putAll(Maps.transformValues(ChangeReader.KINDS, change -> change.andThen(Action.Change::new)))
                    .buildOrThrow();

    private static final Key<DrawnTime> AT = Key.required(
            "at",
            TimeValues.DRAWN,
            "when: from the start of the run, or from another entry; of a stretch of time such as 10m..11m or cut + 5s..20s the"
                    + " seed draws the moment",
            "cut + 10m");
    static final Key<String> EXPECT = Key.optional(
            "expect",
            Words.choice(ImmutableMap.of(REFUSED, REFUSED), REFUSED),
            "nothing",
            "short for an expectation that Azure refuses this",
            REFUSED);

    static final Shape ENTRY = shape();

    private TimelineReader() {}

    /** A key that says what happens. */
    static <T> Key<T> what(String name, Value<T> value, String meaning, String example) {
        return Key.optional(name, value, "another of these keys says what happens", meaning, example);
    }

    static TimelineEntry entry(String name, Fields fields) {
        if (name.equals(TimeExpression.END)) {
            fields.reading().wrong(fields.place(), "end is the end of the run; give this entry another name");
        }
        return new TimelineEntry(name, fields.get(AT), action(fields), fields.place());
    }

    /** True if the entry itself says that Azure refuses it. */
    static boolean isRefused(Fields fields) {
        return fields.find(EXPECT).isPresent();
    }

    private static Action action(Fields fields) {
        List<Key<?>> kinds = new ArrayList<>(KINDS.keySet());
        kinds.removeIf(kind -> !fields.has(kind));
        if (kinds.isEmpty()) {
            fields.reading()
                    .wrong(fields.place(), "the entry does not say what happens; say one of " + names(KINDS.keySet()));
            return new Action.Repair("");
        }
        if (kinds.size() > 1) {
            fields.wrong(kinds.get(1), "one entry does one thing, not " + names(kinds) + "; make one entry of each");
        }
        return KINDS.get(kinds.get(0)).apply(fields);
    }

    private static String names(Iterable<Key<?>> keys) {
        List<String> names = new ArrayList<>();
        keys.forEach(key -> names.add(key.name()));
        return String.join(", ", names);
    }

    private static Shape shape() {
        return Shape.of(
                "an entry of the timeline",
                ImmutableList.<Key<?>>builder()
                        .add(AT)
                        .addAll(FaultReader.KINDS.keySet())
                        .addAll(ChangeReader.KINDS.keySet())
                        .addAll(FaultReader.SETTINGS)
                        .addAll(ChangeReader.SETTINGS)
                        .add(EXPECT)
                        .build());
    }
}

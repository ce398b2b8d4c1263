package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** Reads what somebody wants to be done at once, in the keys of an entry of the timeline. */
public final class ActionReader {
    private static final Shape SHAPE = Shape.of(
            "what can be done at once",
            ImmutableList.<Key<?>>builder()
                    .addAll(FaultReader.AT_ONCE)
                    .addAll(FaultReader.SETTINGS)
                    .build());

    private ActionReader() {}

    /**
     * Reads one action. Mistakes name the key as the command line has it: {@code fail}, {@code --loss}.
     *
     * @param what the key that says what is done, such as {@code fail}
     * @param element to what
     * @param settings the keys that say how
     */
    public static ReadAction read(String what, String element, Map<String, String> settings) {
        Mistakes mistakes = new Mistakes();
        Reading reading = new Reading(source(what), mistakes);
        ImmutableMap.Builder<String, Tree.Entry> entries = ImmutableMap.builder();
        entries.put(what, entry(source(what), element));
        settings.forEach((name, value) -> entries.put(name, entry(source("--" + name), value)));
        Fields fields = SHAPE.value().read(Tree.Mapping.of(reading.nowhere(), entries.buildKeepingLast()), reading);
        Optional<Action> action = FaultReader.KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().name().equals(what))
                .map(Map.Entry::getValue)
                .<Action>map(kind -> kind.apply(fields))
                .findFirst();
        reading.checkAllAsked();
        return new ReadAction(
                action.filter(any -> mistakes.isEmpty()),
                mistakes.sorted(),
                reading.names().outsideFile());
    }

    private static Source source(String word) {
        return new Source(word, word);
    }

    private static Tree.Entry entry(Source source, String text) {
        Place place = Place.whole(source);
        return new Tree.Entry(place, new Tree.Scalar(place, text, false));
    }
}

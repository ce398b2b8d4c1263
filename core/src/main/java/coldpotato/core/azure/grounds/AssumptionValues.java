package coldpotato.core.azure.grounds;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/**
 * The values that a run uses for the assumptions: those set, and the usual ones for the rest. What is built on one reads it by
 * {@link Grounds}, which note it.
 *
 * @param set name to value as text, already checked
 */
public record AssumptionValues(ImmutableMap<String, String> set) {
    public static final AssumptionValues USUAL = new AssumptionValues(ImmutableMap.of());

    /** The value as text. */
    public String text(Assumption assumption) {
        return set.getOrDefault(assumption.name(), assumption.usual());
    }

    /** The other values that are worth trying: the usual one, the extremes, and all choices. */
    public ImmutableSet<String> others(Assumption assumption) {
        return Stream.concat(
                        Stream.of(assumption.usual(), assumption.best(), assumption.worst()),
                        assumption.choices().stream())
                .filter(value -> !value.equals(text(assumption)))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The same but for one, which has this value. */
    public AssumptionValues with(Assumption assumption, String value) {
        return new AssumptionValues(ImmutableMap.<String, String>builder()
                .putAll(set)
                .put(assumption.name(), value)
                .buildKeepingLast());
    }

    long durationNanos(Assumption assumption) {
        checkArgument(
                assumption.unit() == Assumption.Unit.DURATION
                        || assumption.unit() == Assumption.Unit.WAIT
                        || assumption.unit() == Assumption.Unit.HOLD_TIME,
                "%s is no duration",
                assumption.name());
        return Durations.parse(text(assumption));
    }

    int number(Assumption assumption) {
        checkArgument(assumption.unit() == Assumption.Unit.COUNT, "%s is no count", assumption.name());
        return Integer.parseInt(text(assumption));
    }

    /** Which of the words of a {@link Assumption.Unit#CHOICE}. */
    String choice(Assumption assumption) {
        checkArgument(assumption.unit() == Assumption.Unit.CHOICE, "%s is no choice", assumption.name());
        return text(assumption);
    }

    boolean isOn(Assumption assumption) {
        checkArgument(assumption.unit() == Assumption.Unit.SWITCH, "%s is no switch", assumption.name());
        return text(assumption).equals("on");
    }
}

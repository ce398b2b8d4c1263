package coldpotato.core.azure;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableMap;

/**
 * The values that a run uses for the assumptions: those set, and the usual ones for the rest.
 *
 * @param set name to value as text, already checked
 */
public record AssumptionValues(ImmutableMap<String, String> set) {
    public static final AssumptionValues USUAL = new AssumptionValues(ImmutableMap.of());

    /** The value as text. */
    public String text(Assumption assumption) {
        return set.getOrDefault(assumption.name(), assumption.usual());
    }

    public long durationNanos(Assumption assumption) {
        checkArgument(
                assumption.unit() == Assumption.Unit.DURATION
                        || assumption.unit() == Assumption.Unit.WAIT
                        || assumption.unit() == Assumption.Unit.HOLD_TIME,
                "%s is no duration",
                assumption.name());
        return Durations.parse(text(assumption));
    }

    public int number(Assumption assumption) {
        checkArgument(assumption.unit() == Assumption.Unit.COUNT, "%s is no count", assumption.name());
        return Integer.parseInt(text(assumption));
    }

    /** Which of the words of a {@link Assumption.Unit#CHOICE}. */
    public String choice(Assumption assumption) {
        checkArgument(assumption.unit() == Assumption.Unit.CHOICE, "%s is no choice", assumption.name());
        return text(assumption);
    }

    public boolean isOn(Assumption assumption) {
        checkArgument(assumption.unit() == Assumption.Unit.SWITCH, "%s is no switch", assumption.name());
        return text(assumption).equals("on");
    }
}

package coldpotato.scenarios.run;

import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.OptionalLong;

/**
 * What whoever runs a scenario may choose beside its file.
 *
 * @param seed instead of the file's; then nothing is tried with other seeds
 * @param traced the kinds of events that are kept; what the verdicts need is kept always
 */
public record RunChoices(OptionalLong seed, ImmutableSet<TraceKind> traced) {
    private static final ImmutableSet<TraceKind> CHANGES =
            Sets.immutableEnumSet(EnumSet.complementOf(EnumSet.of(TraceKind.MESSAGE_SENT, TraceKind.MESSAGE_RECEIVED)));

    /** The file's own seed, and a trace of everything but single messages. */
    public static final RunChoices USUAL = new RunChoices(OptionalLong.empty(), CHANGES);

    public RunChoices {
        traced = Sets.immutableEnumSet(Sets.union(traced, CHANGES));
    }

    /** The same with single messages in the trace. */
    public RunChoices withMessages() {
        return new RunChoices(seed, Sets.immutableEnumSet(EnumSet.allOf(TraceKind.class)));
    }

    /** A scenario with the seed chosen. */
    Scenario of(Scenario scenario) {
        return seed.isPresent() ? scenario.withSeed(seed.getAsLong()) : scenario;
    }

    /** The same with another seed. */
    public RunChoices withSeed(long value) {
        return new RunChoices(OptionalLong.of(value), traced);
    }
}

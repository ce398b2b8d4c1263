package coldpotato.core.trace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;

/**
 * One thing that happened.
 *
 * @param number position in the trace, counted from 1
 * @param timeNanos when, in virtual nanoseconds since the start of the run
 * @param node where: the name of a node, link, session or flow group of the plan
 * @param kind what sort of thing
 * @param fields the particulars, in the order in which they are written
 * @param cause number of the event that brought this one about, 0 if it came from nothing
 */
public record TraceEvent(
        long number, long timeNanos, String node, TraceKind kind, ImmutableMap<String, String> fields, long cause) {

    /** The fields of an event from their names and values in turn, as a {@link TraceSink} takes them. */
    public static ImmutableMap<String, String> fields(String... namesAndValues) {
        checkArgument(namesAndValues.length % 2 == 0, "the field %s has no value", namesAndValues.length / 2 + 1);
        ImmutableMap.Builder<String, String> fields = ImmutableMap.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.buildOrThrow();
    }

    /** The value of a field, or an empty text if the event does not have it. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}

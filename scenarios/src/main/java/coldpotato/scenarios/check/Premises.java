package coldpotato.scenarios.check;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.Optional;

/**
 * The assumptions that the course of a run rests on, whatever is in the network: names of those that say when things are done to
 * it, and of those that say whether Azure lets them be done.
 *
 * @param times by the time at which something is done that would be done at another
 * @param consents by the entry of the timeline, empty for the network as the file has it, that would be refused, or would not
 */
public record Premises(
        ImmutableSetMultimap<Long, String> times, ImmutableSetMultimap<Optional<String>, String> consents) {
    /** Of a course that rests on nothing. */
    public static final Premises NONE = new Premises(ImmutableSetMultimap.of(), ImmutableSetMultimap.of());

    ImmutableSet<String> all() {
        return Sets.union(ImmutableSet.copyOf(times.values()), ImmutableSet.copyOf(consents.values()))
                .immutableCopy();
    }
}

package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** When the entries of a timeline come if each is as late as a draw makes it, and what can be said whatever is drawn. */
final class Drawing {
    private final ImmutableMap<String, DrawnTime> entries;

    /** @param entries whose times lead somewhere, by name */
    Drawing(Map<String, DrawnTime> entries) {
        this.entries = ImmutableMap.copyOf(entries);
    }

    static Drawing of(Iterable<TimelineEntry> timeline) {
        Map<String, DrawnTime> entries = new LinkedHashMap<>();
        timeline.forEach(entry -> entries.put(entry.name(), entry.when()));
        return new Drawing(entries);
    }

    /** Nanoseconds from the start of the run, by entry. */
    ImmutableMap<String, Long> withSeed(long seed) {
        return events(name -> entries.get(name).delayNanos(seed, name));
    }

    /** The same if all come as early as they can. */
    ImmutableMap<String, Long> earliest() {
        return events(name -> 0);
    }

    private ImmutableMap<String, Long> events(ToLongFunction<String> delayNanos) {
        ImmutableMap.Builder<String, Long> events = ImmutableMap.builder();
        entries.keySet().forEach(name -> events.put(name, nanos(name, delayNanos)));
        return events.buildOrThrow();
    }

    private long nanos(String name, ToLongFunction<String> delayNanos) {
        TimeExpression time = entries.get(name).earliest();
        long before = time.anchor().map(anchor -> nanos(anchor, delayNanos)).orElse(0L);
        return before + time.offsetNanos() + delayNanos.applyAsLong(name);
    }

    /** True if one draw lets the one entry come first and another draw the other. */
    boolean mayChangePlaces(String one, String other) {
        return leastNanos(one, other) < 0 && leastNanos(other, one) < 0;
    }

    /** How much later than one entry another comes at least, negative if it may come before. */
    private long leastNanos(String one, String other) {
        return nanos(other, name -> 0)
                - nanos(one, name -> 0)
                - Sets.difference(chain(one), chain(other)).stream()
                        .mapToLong(name -> entries.get(name).spreadNanos())
                        .sum();
    }

    /** An entry and those that it is counted from. */
    private Set<String> chain(String entry) {
        Set<String> chain = new LinkedHashSet<>();
        for (Optional<String> next = Optional.of(entry); next.isPresent(); ) {
            chain.add(next.get());
            next = entries.get(next.get()).earliest().anchor();
        }
        return chain;
    }
}

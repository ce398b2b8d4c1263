package coldpotato.scenarios.file;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.math.LongMath;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the times of a scenario come to.
 *
 * @param events nanoseconds from the start of the run, by entry of the timeline
 * @param endNanos when the run ends
 */
public record Times(ImmutableMap<String, Long> events, long endNanos) {
    /** A run goes on for this long after the last time that the file mentions. */
    public static final long MARGIN_NANOS = Durations.parse("10m");

    /** Longest run. */
    public static final long RUN_MAX_NANOS = Quantities.DURATION_MAX_NANOS;

    /** Nanoseconds from the start of the run. */
    public long nanos(TimeExpression time) {
        return time.anchor().map(this::anchor).orElse(0L) + time.offsetNanos();
    }

    /** The same with further entries. */
    Times with(Iterable<TimelineEntry> entries) {
        ImmutableMap.Builder<String, Long> all = ImmutableMap.builder();
        all.putAll(events);
        entries.forEach(entry -> all.put(entry.name(), nanos(entry.when().earliest())));
        return new Times(all.buildOrThrow(), endNanos);
    }

    /** The same as another seed draws them; the run ends when it does. */
    Times withSeed(long seed, Iterable<TimelineEntry> timeline) {
        return new Times(Drawing.of(timeline).withSeed(seed), endNanos);
    }

    /** By time, and at one time as they are. */
    ImmutableList<TimelineEntry> inOrder(Iterable<TimelineEntry> entries) {
        return ImmutableList.sortedCopyOf(
                Comparator.comparingLong(entry -> events.getOrDefault(entry.name(), 0L)), entries);
    }

    private long anchor(String name) {
        Long nanos = name.equals(TimeExpression.END) ? Long.valueOf(endNanos) : events.get(name);
        checkArgument(nanos != null, "no event is called %s", name);
        return nanos;
    }

    /**
     * Works out all times, with all that is drawn as late as it can be; tells of those that lead nowhere, in a circle, or may lead
     * out of the run.
     *
     * @param entries when the entries of the timeline are
     * @param extents how long each entry goes on, in nanoseconds
     * @param until when the run ends, empty for some time after the last time mentioned and after all entries are over
     */
    static Times resolve(
            Map<String, DrawnTime> entries,
            Map<String, Long> extents,
            Optional<TimeExpression> until,
            Reading reading) {
        Times latest = new Resolver(Maps.transformValues(entries, DrawnTime::latest), reading).resolve(extents, until);
        Drawing drawing = new Drawing(Maps.filterKeys(entries, latest.events::containsKey));
        Times earliest = new Times(drawing.earliest(), latest.endNanos);
        reading.times().forEach(time -> check(time, earliest, latest, reading));
        return latest;
    }

    private static void check(TimeExpression time, Times earliest, Times latest, Reading reading) {
        boolean known = time.anchor()
                .map(anchor -> anchor.equals(TimeExpression.END) || latest.events.containsKey(anchor))
                .orElse(true);
        if (!known) {
            return;
        }
        String text = Quoted.of(time.text());
        if (earliest.nanos(time) < 0) {
            reading.wrong(
                    time.place(),
                    text + " is " + Durations.format(-earliest.nanos(time)) + " before the start of the run");
        } else if (latest.nanos(time) > RUN_MAX_NANOS) {
            reading.wrong(time.place(), text + " is later than the longest run, " + Durations.format(RUN_MAX_NANOS));
        } else if (latest.nanos(time) > latest.endNanos) {
            reading.wrong(
                    time.place(),
                    text + " is after the end of the run, which is at " + Durations.format(latest.endNanos));
        }
    }

    /** Follows the times from entry to entry. */
    private static final class Resolver {
        private final Map<String, TimeExpression> entries;
        private final Reading reading;
        private final Map<String, Long> events = new LinkedHashMap<>();

        Resolver(Map<String, TimeExpression> entries, Reading reading) {
            this.entries = entries;
            this.reading = reading;
        }

        Times resolve(Map<String, Long> extents, Optional<TimeExpression> until) {
            entries.forEach((name, time) -> event(name, time).ifPresent(nanos -> events.put(name, nanos)));
            long last = 0;
            for (TimeExpression time : reading.times()) {
                if (!isEnd(time)) {
                    last = Math.max(last, nanos(time, new LinkedHashSet<>()).orElse(0));
                }
            }
            for (Map.Entry<String, Long> event : events.entrySet()) {
                last = Math.max(
                        last, LongMath.saturatedAdd(event.getValue(), extents.getOrDefault(event.getKey(), 0L)));
            }
            last = Math.min(last, RUN_MAX_NANOS);
            long end = until.map(time -> nanos(time, new LinkedHashSet<>()).orElse(0))
                    .orElse(last + MARGIN_NANOS);
            return new Times(ImmutableMap.copyOf(events), end);
        }

        private OptionalLong event(String name, TimeExpression time) {
            Set<String> seen = new LinkedHashSet<>();
            seen.add(name);
            if (isEnd(time)) {
                reading.wrong(
                        time.place(),
                        "nothing can happen at a time counted from the end; count from the start"
                                + " or from another entry");
                return OptionalLong.empty();
            }
            return nanos(time, seen);
        }

        private OptionalLong nanos(TimeExpression time, Set<String> seen) {
            if (time.anchor().isEmpty()) {
                return OptionalLong.of(time.offsetNanos());
            }
            String anchor = time.anchor().get();
            TimeExpression next = entries.get(anchor);
            if (next == null) {
                unknown(time, anchor);
                return OptionalLong.empty();
            }
            if (!seen.add(anchor)) {
                reading.wrong(time.place(), "the times go in a circle: " + String.join(" -> ", seen) + " -> " + anchor);
                return OptionalLong.empty();
            }
            OptionalLong before = nanos(next, seen);
            return before.isEmpty() ? before : OptionalLong.of(before.getAsLong() + time.offsetNanos());
        }

        private void unknown(TimeExpression time, String anchor) {
            if (anchor.equals(TimeExpression.END) || time.isStandIn()) {
                return;
            }
            reading.wrong(time.place(), "the timeline has no entry " + Quoted.of(anchor) + hint(anchor));
        }

        private String hint(String anchor) {
            int dash = anchor.lastIndexOf('-');
            if (dash > 0 && entries.containsKey(anchor.substring(0, dash))) {
                return "; a minus has a space on each side, as in " + anchor.substring(0, dash) + " - "
                        + anchor.substring(dash + 1);
            }
            return Character.isDigit(anchor.codePointAt(0))
                    ? "; if it should be a duration, say 90s, 10m or 1h30m"
                    : Spelling.hint(anchor, Iterables.concat(entries.keySet(), ImmutableList.of(TimeExpression.END)));
        }

        private static boolean isEnd(TimeExpression time) {
            return time.anchor().filter(TimeExpression.END::equals).isPresent();
        }
    }
}

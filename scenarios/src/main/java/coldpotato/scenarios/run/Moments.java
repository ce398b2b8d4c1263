package coldpotato.scenarios.run;

import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.check.CauseText;
import coldpotato.scenarios.file.Scenario;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Picks what mattered from a trace: what was done to the network, what Azure refused, sessions that went down or came up,
 * flows that changed. While the network starts, only the last word is told.
 */
final class Moments {
    private static final int MOMENTS_MAX = 500;

    private final CauseText text;
    private final List<TraceEvent> told = new ArrayList<>();
    private final Map<String, TraceEvent> startFlows = new LinkedHashMap<>();
    private int sessionsUp;
    private Optional<Moment> sessions = Optional.empty();
    private boolean started;

    private Moments(Scenario scenario) {
        text = new CauseText(scenario);
    }

    /** @param hidden events of which nobody can know that they are true */
    static ImmutableList<Moment> of(Scenario scenario, Trace trace, Predicate<TraceEvent> hidden) {
        Moments moments = new Moments(scenario);
        trace.events().stream().filter(hidden.negate()).forEach(moments::add);
        moments.endStart();
        return moments.told();
    }

    private void add(TraceEvent event) {
        switch (event.kind()) {
            case INJECTED, REFUSED, LIMIT_REACHED, PREFIX_LIMIT, SESSION_DOWN -> {
                endStart();
                told.add(event);
            }
            case LOAD_CHANGED -> told.add(event);
            case SESSION_UP -> up(event);
            case FLOW_CHANGED -> flows(event);
            default -> {
                // Details, which the trace has.
            }
        }
    }

    private void up(TraceEvent event) {
        if (started) {
            told.add(event);
        } else {
            sessionsUp++;
            sessions = Optional.of(new Moment(event.timeNanos(), sessionsUp / 2 + " sessions are up"));
        }
    }

    private void flows(TraceEvent event) {
        if (started) {
            told.add(event);
        } else {
            startFlows.put(event.node() + event.field("direction"), event);
        }
    }

    /** Sums up the start of the network. */
    private void endStart() {
        if (!started) {
            started = true;
            told.addAll(startFlows.values());
        }
    }

    private ImmutableList<Moment> told() {
        Set<Moment> moments = new LinkedHashSet<>();
        sessions.ifPresent(moments::add);
        FlowTally tally = new FlowTally(told);
        told.stream()
                .map(event -> new Moment(event.timeNanos(), text.of(tally.summed(event))))
                .forEach(moments::add);
        ImmutableList<Moment> sorted = Repeats.toldOnce(
                ImmutableList.sortedCopyOf(Comparator.comparingLong(Moment::timeNanos), moments), deeds());
        return sorted.size() <= MOMENTS_MAX ? sorted : shortened(sorted);
    }

    /** When somebody did something to the network. */
    private ImmutableSortedSet<Long> deeds() {
        return told.stream()
                .filter(event -> event.kind() == TraceKind.INJECTED)
                .map(TraceEvent::timeNanos)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    private static ImmutableList<Moment> shortened(ImmutableList<Moment> moments) {
        ImmutableList<Moment> first = moments.subList(0, MOMENTS_MAX);
        String rest = "and " + (moments.size() - MOMENTS_MAX) + " moments more, which the trace has";
        return ImmutableList.<Moment>builder()
                .addAll(first)
                .add(new Moment(Iterables.getLast(first).timeNanos(), rest))
                .build();
    }

    /** Adds up the flows of one group and direction that changed at one instant, whatever the causes. */
    private static final class FlowTally {
        private static final Splitter WORDS = Splitter.on(' ');

        private final Map<String, Integer> changed = new LinkedHashMap<>();

        FlowTally(List<TraceEvent> events) {
            events.stream()
                    .filter(FlowTally::isOfFlows)
                    .forEach(event -> changed.merge(key(event), count(event), Integer::sum));
        }

        TraceEvent summed(TraceEvent event) {
            return isOfFlows(event) ? with(event, changed.get(key(event))) : event;
        }

        private static boolean isOfFlows(TraceEvent event) {
            return event.kind() == TraceKind.FLOW_CHANGED;
        }

        private static String key(TraceEvent event) {
            return event.timeNanos() + " " + event.node() + " " + event.field("direction");
        }

        private static int count(TraceEvent event) {
            return Integer.parseInt(Iterables.get(WORDS.split(event.field("changed")), 0));
        }

        private static TraceEvent with(TraceEvent event, int count) {
            String all = Iterables.getLast(WORDS.split(event.field("changed")));
            Map<String, String> fields = new LinkedHashMap<>(event.fields());
            fields.put("changed", count + " of " + all);
            return new TraceEvent(
                    event.number(),
                    event.timeNanos(),
                    event.node(),
                    event.kind(),
                    ImmutableMap.copyOf(fields),
                    event.cause());
        }
    }
}

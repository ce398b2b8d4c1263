package coldpotato.scenarios.outage;

import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.sim.flow.Cohort;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Span;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Looks into the outages of a run that is over, or has come this far: exactly, from the histories of its flows and its trace. */
public final class OutageLedger {
    private static final ImmutableSet<FlowDirection> EITHER = ImmutableSet.copyOf(FlowDirection.values());

    private final Trace trace;
    private final long nowNanos;
    private final Causes causes;
    private final Reckoning reckoning;

    public OutageLedger(SimulatedNetwork network) {
        trace = network.trace();
        nowNanos = network.nowNanos();
        causes = new Causes(trace, network.planEver());
        reckoning = new Reckoning(new Transit(trace, network.planEver()));
    }

    /** The outages of a group, in the order of time; a flow is out while packets of either direction do not arrive. */
    public ImmutableList<Outage> outages(GroupFlows flows) {
        Map<Long, List<Outage>> byTime = new TreeMap<>();
        for (Cohort cohort : flows.cohorts()) {
            outages(flows.group().name(), cohort, EITHER)
                    .forEach(outage ->
                            add(byTime.computeIfAbsent(outage.fromNanos(), time -> new ArrayList<>()), outage));
        }
        return byTime.values().stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
    }

    private static void add(List<Outage> outages, Outage another) {
        OptionalInt like = IntStream.range(0, outages.size())
                .filter(i -> outages.get(i).isLike(another))
                .findFirst();
        if (like.isPresent()) {
            outages.set(like.getAsInt(), outages.get(like.getAsInt()).with(another.flows()));
        } else {
            outages.add(another);
        }
    }

    /**
     * The outages of flows that fared alike, in the order of time.
     *
     * @param directions the flows are out while packets of any of these do not arrive
     */
    public ImmutableList<Outage> outages(String group, Cohort cohort, ImmutableSet<FlowDirection> directions) {
        ImmutableList.Builder<Outage> outages = ImmutableList.builder();
        long began = -1;
        for (long at : changes(cohort, directions)) {
            boolean out = directions.stream().anyMatch(direction -> isOut(cohort.spans(direction), at));
            if (out && began < 0) {
                began = at;
            } else if (!out && began >= 0) {
                outages.add(outage(group, cohort, directions, began, at));
                began = -1;
            }
        }
        if (began >= 0 && began < nowNanos) {
            outages.add(lasting(group, cohort, directions, began));
        }
        return outages.build();
    }

    private static TreeSet<Long> changes(Cohort cohort, ImmutableSet<FlowDirection> directions) {
        TreeSet<Long> changes = new TreeSet<>();
        directions.forEach(direction -> cohort.spans(direction).forEach(span -> changes.add(span.fromNanos())));
        return changes;
    }

    private Outage outage(
            String group, Cohort cohort, ImmutableSet<FlowDirection> directions, long fromNanos, long toNanos) {
        ImmutableList<Span> healed = directions.stream()
                .map(cohort::spans)
                .filter(spans -> isTurn(spans, toNanos, false))
                .max(Comparator.comparing(spans -> lacksState(spans.get(indexAt(spans, toNanos) - 1))))
                .orElseThrow();
        Span back = healed.get(indexAt(healed, toNanos));
        Span last = healed.get(indexAt(healed, toNanos) - 1);
        // Whatever was done since brought nothing about that would be newer, so the ends did.
        boolean reopened = lacksState(last) && back.cause() <= last.cause();
        ImmutableList<TraceEvent> ending = causes(reopened ? last.cause() : back.cause(), fromNanos);
        return new Outage(
                group,
                cohort.size(),
                fromNanos,
                toNanos,
                true,
                stretches(cohort, directions, fromNanos, toNanos),
                beginning(cohort, directions, fromNanos),
                ending,
                reopened
                        ? reckoning.reopened(fromNanos, ending, last, toNanos)
                        : reckoning.over(fromNanos, ending, toNanos));
    }

    private static boolean lacksState(Span span) {
        return span.walk().outcome().isForLackOfState();
    }

    private Outage lasting(String group, Cohort cohort, ImmutableSet<FlowDirection> directions, long fromNanos) {
        return new Outage(
                group,
                cohort.size(),
                fromNanos,
                nowNanos,
                false,
                stretches(cohort, directions, fromNanos, nowNanos),
                beginning(cohort, directions, fromNanos),
                ImmutableList.of(),
                Reckoning.lasting(fromNanos, nowNanos));
    }

    private ImmutableList<TraceEvent> beginning(Cohort cohort, ImmutableSet<FlowDirection> directions, long fromNanos) {
        return directions.stream()
                .map(cohort::spans)
                .filter(spans -> isTurn(spans, fromNanos, true))
                .map(spans -> spans.get(indexAt(spans, fromNanos)).cause())
                .findFirst()
                .map(cause -> causes(cause, Long.MAX_VALUE))
                .orElse(ImmutableList.of());
    }

    /** Single messages are left out, so that a budget does not depend on whether they are traced. */
    private ImmutableList<TraceEvent> causes(long cause, long sinceNanos) {
        return cause == 0
                ? ImmutableList.of()
                : causes.of(trace.event(cause), sinceNanos).stream()
                        .filter(event -> switch (event.kind()) {
                            case MESSAGE_SENT, MESSAGE_RECEIVED -> false;
                            default -> true;
                        })
                        .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Stretch> stretches(
            Cohort cohort, ImmutableSet<FlowDirection> directions, long fromNanos, long toNanos) {
        Map<FlowDirection, List<Stretch>> told = new LinkedHashMap<>();
        for (FlowDirection direction : directions) {
            List<Stretch> stretches = told.computeIfAbsent(direction, each -> new ArrayList<>());
            ImmutableList<Span> spans = cohort.spans(direction);
            for (int i = 0; i < spans.size(); i++) {
                long end = Math.min(
                        toNanos, i + 1 < spans.size() ? spans.get(i + 1).fromNanos() : toNanos);
                if (isOut(spans.get(i)) && spans.get(i).fromNanos() < toNanos && end > fromNanos) {
                    join(
                            stretches,
                            stretch(
                                    direction,
                                    spans.get(i),
                                    Math.max(fromNanos, spans.get(i).fromNanos()),
                                    end));
                }
            }
        }
        return told.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Stretch::fromNanos))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stretch stretch(FlowDirection direction, Span span, long fromNanos, long toNanos) {
        return new Stretch(
                direction,
                fromNanos,
                toNanos,
                span.walk().outcome(),
                span.walk().place(),
                Optional.ofNullable(Iterables.getLast(span.walk().hops(), null)).map(Walk.Hop::node),
                span.walk().sentence());
    }

    private static void join(List<Stretch> stretches, Stretch next) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).isLike(next) && stretches.get(last).toNanos() == next.fromNanos()) {
            stretches.set(last, stretches.get(last).until(next.toNanos()));
        } else {
            stretches.add(next);
        }
    }

    /** True if this is when packets that arrived arrive no more, or the other way round. */
    private static boolean isTurn(ImmutableList<Span> spans, long atNanos, boolean out) {
        int index = indexAt(spans, atNanos);
        boolean begins = index >= 0 && spans.get(index).fromNanos() == atNanos;
        return begins && isOut(spans.get(index)) == out && (index == 0 ? out : isOut(spans.get(index - 1)) != out);
    }

    private static boolean isOut(ImmutableList<Span> spans, long atNanos) {
        int index = indexAt(spans, atNanos);
        return index >= 0 && isOut(spans.get(index));
    }

    private static boolean isOut(Span span) {
        return !span.walk().outcome().isDelivery();
    }

    /** The span that holds an instant, -1 if it is before all. */
    private static int indexAt(ImmutableList<Span> spans, long atNanos) {
        int index = -1;
        while (index + 1 < spans.size() && spans.get(index + 1).fromNanos() <= atNanos) {
            index++;
        }
        return index;
    }
}

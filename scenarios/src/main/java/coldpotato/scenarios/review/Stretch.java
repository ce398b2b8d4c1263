package coldpotato.scenarios.review;

import coldpotato.sim.flow.Cohort;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Span;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimap;
import com.google.common.collect.TreeMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A time without gap in which packets of some flows did not arrive in a direction, or not all of them.
 *
 * @param flows the group
 * @param cohort which of its flows
 * @param direction of the packets
 * @param spans what became of them, in order; at least one
 * @param after what came then; empty if the run ended before
 * @param endNanos when the run ended
 */
record Stretch(
        GroupFlows flows,
        Cohort cohort,
        FlowDirection direction,
        ImmutableList<Span> spans,
        Optional<Span> after,
        long endNanos) {

    /** In an order that no two stretches of a run share. */
    private static final Comparator<Stretch> ORDER = Comparator.comparing(
                    (Stretch stretch) -> stretch.flows().group().name())
            .thenComparing(Stretch::direction)
            .thenComparing(stretch -> stretch.cohort().flows().get(0))
            .thenComparing(Stretch::fromNanos);

    /** All of a run, each with what it began by. */
    static Multimap<Trigger, Stretch> byTrigger(SimulatedNetwork network, Triggers triggers) {
        Multimap<Trigger, Stretch> found = TreeMultimap.create(Comparator.naturalOrder(), ORDER);
        for (GroupFlows flows : network.flows().groups()) {
            for (Cohort cohort : flows.cohorts()) {
                for (FlowDirection direction : FlowDirection.values()) {
                    each(
                            flows,
                            cohort,
                            direction,
                            network.nowNanos(),
                            stretch -> found.put(stretch.trigger(triggers), stretch));
                }
            }
        }
        return found;
    }

    private static void each(
            GroupFlows flows, Cohort cohort, FlowDirection direction, long endNanos, Consumer<Stretch> consumer) {
        List<Span> spans = new ArrayList<>();
        for (Span span : cohort.spans(direction)) {
            if (isIll(span) && span.fromNanos() < endNanos) {
                spans.add(span);
            } else if (!spans.isEmpty()) {
                consumer.accept(new Stretch(
                        flows, cohort, direction, ImmutableList.copyOf(spans), Optional.of(span), endNanos));
                spans.clear();
            }
        }
        if (!spans.isEmpty()) {
            consumer.accept(
                    new Stretch(flows, cohort, direction, ImmutableList.copyOf(spans), Optional.empty(), endNanos));
        }
    }

    private static boolean isIll(Span span) {
        return span.walk().outcome() != Outcome.DELIVERED;
    }

    long fromNanos() {
        return spans.get(0).fromNanos();
    }

    long untilNanos() {
        return after.map(Span::fromNanos).orElse(endNanos);
    }

    /** When one of its spans was over. */
    long untilNanos(int span) {
        return span + 1 < spans.size() ? spans.get(span + 1).fromNanos() : untilNanos();
    }

    /** True if there was a time in which nothing arrived. */
    boolean isOutage() {
        return spans.stream().anyMatch(span -> !span.walk().outcome().isDelivery());
    }

    /** What it began by. A flow that never fared well suffers from the network as the file has it. */
    private Trigger trigger(Triggers triggers) {
        Trigger trigger = triggers.of(spans.get(0));
        boolean first = cohort.spans(direction).get(0).equals(spans.get(0));
        return first && trigger.kind() != Trigger.Kind.DEED
                ? new Trigger(fromNanos(), Trigger.Kind.BEGINNING, "")
                : trigger;
    }
}

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
 * A time without gap in which no packets of some flows arrived in a direction, or all the time only some of them.
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
            if (!spans.isEmpty() && (!isIll(span) || isOut(span) != isOut(spans.get(0)))) {
                consumer.accept(new Stretch(
                        flows, cohort, direction, ImmutableList.copyOf(spans), Optional.of(span), endNanos));
                spans.clear();
            }
            if (isIll(span) && span.fromNanos() < endNanos) {
                spans.add(span);
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

    private static boolean isOut(Span span) {
        return !span.walk().outcome().isDelivery();
    }

    long fromNanos() {
        return spans.get(0).fromNanos();
    }

    long untilNanos() {
        return after.map(Span::fromNanos).orElse(endNanos);
    }

    long nanos() {
        return untilNanos() - fromNanos();
    }

    /** True if nothing arrived, false if some packets did. */
    boolean isOutage() {
        return isOut(spans.get(0));
    }

    Incident.End end() {
        if (after.isEmpty()) {
            return Incident.End.NEVER;
        }
        return isIll(after.get()) && !isOutage() ? Incident.End.WORSE : Incident.End.WELL;
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

package coldpotato.scenarios.review;

import coldpotato.sim.flow.Cohort;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Span;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that was done to the network and broke nothing for a flow.
 *
 * @param trigger what
 * @param moved how many flows arrive by another way because of it
 * @param mended how many flows arrive both ways because of it that did not
 * @param flows how many flows there are
 */
public record Calm(Trigger trigger, int moved, int mended, int flows) {
    private static Calm of(SimulatedNetwork network, Triggers triggers, Trigger deed) {
        Predicate<Span> dueToIt = span -> triggers.deedBefore(span).equals(deed);
        return new Calm(
                deed,
                count(network, cohort -> Stream.of(FlowDirection.values())
                        .anyMatch(direction -> isMoved(cohort, direction, dueToIt))),
                count(network, cohort -> Stream.of(FlowDirection.values())
                        .anyMatch(direction -> isMended(cohort, direction, dueToIt))),
                flows(network));
    }

    static ImmutableList<Calm> among(SimulatedNetwork network, Triggers triggers, Set<Trigger> told) {
        return triggers.deeds().stream()
                .filter(deed -> told.stream().noneMatch(other -> other.covers(deed)))
                .map(deed -> of(network, triggers, deed))
                // Of what is done at one instant, one thing is the cause of all, and the others may have their part in
                // it.
                .filter(calm -> calm.moved() > 0
                        || calm.mended() > 0
                        || told.stream().noneMatch(other -> other.atNanos() == calm.trigger.atNanos()))
                .collect(ImmutableList.toImmutableList());
    }

    private static int count(SimulatedNetwork network, Predicate<Cohort> such) {
        return network.flows().groups().stream()
                .flatMap(flows -> flows.cohorts().stream())
                .filter(such)
                .mapToInt(Cohort::size)
                .sum();
    }

    /** True if packets begin to arrive by another way than the one by which they last arrived; that none arrive is none. */
    private static boolean isMoved(Cohort cohort, FlowDirection direction, Predicate<Span> dueToIt) {
        List<Span> arriving =
                cohort.spans(direction).stream().filter(Calm::arrives).toList();
        return IntStream.range(1, arriving.size())
                .filter(i -> dueToIt.test(arriving.get(i)))
                .anyMatch(i -> !arriving.get(i)
                        .walk()
                        .hops()
                        .equals(arriving.get(i - 1).walk().hops()));
    }

    /** True if packets that did not arrive begin to, when those of the other direction arrive too. */
    private static boolean isMended(Cohort cohort, FlowDirection direction, Predicate<Span> dueToIt) {
        List<Span> spans = cohort.spans(direction);
        return IntStream.range(1, spans.size())
                .filter(i -> arrives(spans.get(i)) && !arrives(spans.get(i - 1)) && dueToIt.test(spans.get(i)))
                .anyMatch(i -> arrivesBothWays(cohort, spans.get(i).fromNanos()));
    }

    private static boolean arrivesBothWays(Cohort cohort, long nanos) {
        return Stream.of(FlowDirection.values()).allMatch(direction -> cohort.spans(direction).stream()
                .filter(span -> span.fromNanos() <= nanos)
                .reduce((one, later) -> later)
                .filter(Calm::arrives)
                .isPresent());
    }

    private static boolean arrives(Span span) {
        return span.walk().outcome().isDelivery();
    }

    private static int flows(SimulatedNetwork network) {
        return network.flows().groups().stream()
                .map(GroupFlows::group)
                .mapToInt(group -> group.count())
                .sum();
    }
}

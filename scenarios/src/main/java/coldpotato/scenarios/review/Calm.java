package coldpotato.scenarios.review;

import coldpotato.sim.flow.Cohort;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Span;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that was done to the network and neither broke nor mended anything for a flow.
 *
 * @param trigger what
 * @param moved how many flows go another way because of it
 * @param flows how many flows there are
 */
public record Calm(Trigger trigger, int moved, int flows) {

    static ImmutableList<Calm> among(SimulatedNetwork network, Triggers triggers, Set<Trigger> told) {
        return triggers.deeds().stream()
                .filter(deed -> told.stream().noneMatch(other -> other.covers(deed)))
                .map(deed -> new Calm(deed, moved(network, triggers, deed), flows(network)))
                // Of what is done at one instant, one thing is the cause of all, and the others may have their part in
                // it.
                .filter(calm ->
                        calm.moved() > 0 || told.stream().noneMatch(other -> other.atNanos() == calm.trigger.atNanos()))
                .collect(ImmutableList.toImmutableList());
    }

    private static int moved(SimulatedNetwork network, Triggers triggers, Trigger deed) {
        return network.flows().groups().stream()
                .flatMap(flows -> flows.cohorts().stream())
                .filter(cohort ->
                        spans(cohort).anyMatch(span -> triggers.deedBefore(span).equals(deed)))
                .mapToInt(Cohort::size)
                .sum();
    }

    private static Stream<Span> spans(Cohort cohort) {
        return Stream.of(FlowDirection.values())
                .flatMap(direction -> cohort.spans(direction).stream().skip(1));
    }

    private static int flows(SimulatedNetwork network) {
        return network.flows().groups().stream()
                .map(GroupFlows::group)
                .mapToInt(group -> group.count())
                .sum();
    }
}

package coldpotato.scenarios.review;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.review.Harm.Losses;
import coldpotato.scenarios.review.Harm.Phase;
import coldpotato.sim.flow.Cohort;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Span;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an incident of all that goes back to one trigger. */
final class Inquest {
    private final SimulatedNetwork network;
    private final Triggers triggers;
    private final FlowSides sides;

    Inquest(SimulatedNetwork network, Triggers triggers, FlowSides sides) {
        this.network = network;
        this.triggers = triggers;
        this.sides = sides;
    }

    /** @param stretches in which flows suffered; at least one */
    Incident incident(Trigger trigger, Collection<Stretch> stretches) {
        Stretch longest = stretches.stream()
                .max(Comparator.comparingLong(Stretch::untilNanos))
                .orElseThrow();
        Optional<Trigger> ending = longest.after().map(triggers::of).filter(end -> end.atNanos() != trigger.atNanos());
        return new Incident(
                trigger,
                harms(stretches),
                stretches.stream().mapToLong(Stretch::fromNanos).min().orElseThrow(),
                longest.untilNanos(),
                longest.after().isPresent(),
                ending.filter(end -> end.kind() == Trigger.Kind.DEED),
                triggers.steps(
                        longest.after()
                                .orElse(longest.spans().get(longest.spans().size() - 1)),
                        trigger));
    }

    private ImmutableList<Harm> harms(Collection<Stretch> stretches) {
        ImmutableList.Builder<Harm> harms = ImmutableList.builder();
        for (GroupFlows flows : network.flows().groups()) {
            List<Stretch> ofGroup = stretches.stream()
                    .filter(stretch -> stretch.flows() == flows)
                    .toList();
            if (!ofGroup.isEmpty()) {
                harms.add(harm(flows, ofGroup));
            }
        }
        return harms.build();
    }

    private Harm harm(GroupFlows flows, List<Stretch> stretches) {
        Map<Cohort, RangeSet<Long>> out = new LinkedHashMap<>();
        stretches.forEach(
                stretch -> addOutage(stretch, out.computeIfAbsent(stretch.cohort(), cohort -> TreeRangeSet.create())));
        String name = flows.group().name();
        return new Harm(
                name,
                sides.called(name),
                flows.group().count(),
                out.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .mapToInt(entry -> entry.getKey().size())
                        .sum(),
                out.keySet().stream().mapToInt(Cohort::size).sum(),
                out.values().stream()
                        .mapToLong(Inquest::nanos)
                        .filter(nanos -> nanos > 0)
                        .min()
                        .orElse(0),
                out.values().stream().mapToLong(Inquest::nanos).max().orElse(0),
                losses(stretches));
    }

    private static void addOutage(Stretch stretch, RangeSet<Long> out) {
        for (int i = 0; i < stretch.spans().size(); i++) {
            Span span = stretch.spans().get(i);
            if (!span.walk().outcome().isDelivery()) {
                out.add(Range.closedOpen(span.fromNanos(), stretch.untilNanos(i)));
            }
        }
    }

    private static long nanos(RangeSet<Long> ranges) {
        return ranges.asRanges().stream()
                .mapToLong(range -> range.upperEndpoint() - range.lowerEndpoint())
                .sum();
    }

    private ImmutableList<Losses> losses(List<Stretch> stretches) {
        Map<Losses, Integer> flows = new LinkedHashMap<>();
        stretches.forEach(
                stretch -> flows.merge(losses(stretch), stretch.cohort().size(), Integer::sum));
        return flows.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Losses::flows).reversed())
                .collect(ImmutableList.toImmutableList());
    }

    private static Losses of(Losses losses, int flows) {
        return new Losses(losses.direction(), flows, losses.fromNanos(), losses.untilNanos(), losses.phases());
    }

    /** Without a number of flows, so that what is alike is equal. */
    private Losses losses(Stretch stretch) {
        return new Losses(
                direction(stretch.flows(), stretch.direction()),
                0,
                stretch.fromNanos(),
                stretch.untilNanos(),
                phases(stretch.spans()));
    }

    private String direction(GroupFlows flows, FlowDirection direction) {
        return sides.text(flows.group().name(), direction);
    }

    private static ImmutableList<Phase> phases(ImmutableList<Span> spans) {
        List<Phase> phases = new ArrayList<>();
        for (Span span : spans) {
            String outcome = span.walk().summary();
            if (phases.isEmpty() || !phases.get(phases.size() - 1).outcome().equals(outcome)) {
                phases.add(new Phase(span.fromNanos(), outcome, span.walk().sentence()));
            }
        }
        return ImmutableList.copyOf(phases);
    }
}

package coldpotato.scenarios.review;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.review.Harm.Episode;
import coldpotato.scenarios.review.Harm.Losses;
import coldpotato.sim.flow.Cohort;
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
import java.util.stream.Stream;

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
                harms(trigger, stretches),
                stretches.stream().mapToLong(Stretch::fromNanos).min().orElseThrow(),
                longest.untilNanos(),
                longest.end(),
                ending.filter(end -> end.kind() == Trigger.Kind.DEED),
                triggers.steps(
                        longest.after()
                                .orElse(longest.spans().get(longest.spans().size() - 1))
                                .cause(),
                        trigger),
                Optional.empty(),
                Optional.empty(),
                Overload.NONE,
                ImmutableList.of(),
                ImmutableList.of());
    }

    private ImmutableList<Harm> harms(Trigger trigger, Collection<Stretch> stretches) {
        ImmutableList.Builder<Harm> harms = ImmutableList.builder();
        for (GroupFlows flows : network.flows().groups()) {
            List<Stretch> ofGroup = stretches.stream()
                    .filter(stretch -> stretch.flows() == flows)
                    .toList();
            if (!ofGroup.isEmpty()) {
                harms.add(harm(trigger, flows, ofGroup));
            }
        }
        return harms.build();
    }

    private Harm harm(Trigger trigger, GroupFlows flows, List<Stretch> stretches) {
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
                losses(trigger, stretches));
    }

    private static void addOutage(Stretch stretch, RangeSet<Long> out) {
        if (stretch.isOutage()) {
            out.add(Range.closedOpen(stretch.fromNanos(), stretch.untilNanos()));
        }
    }

    private static long nanos(RangeSet<Long> ranges) {
        return ranges.asRanges().stream()
                .mapToLong(range -> range.upperEndpoint() - range.lowerEndpoint())
                .sum();
    }

    private ImmutableList<Losses> losses(Trigger trigger, List<Stretch> stretches) {
        Map<List<String>, List<Stretch>> alike = new LinkedHashMap<>();
        stretches.forEach(stretch -> alike.computeIfAbsent(likeness(stretch), key -> new ArrayList<>())
                .add(stretch));
        return alike.values().stream()
                .map(each -> alike(trigger, each))
                .sorted(Comparator.comparingInt(Losses::flows).reversed())
                .collect(ImmutableList.toImmutableList());
    }

    /** What packets of a direction met with, in the order of time. */
    private static List<String> likeness(Stretch stretch) {
        return Stream.concat(
                        Stream.of(stretch.direction().text()),
                        stretch.spans().stream().map(span -> span.walk().summary()))
                .toList();
    }

    private Losses alike(Trigger trigger, List<Stretch> stretches) {
        Stretch first = stretches.get(0);
        return new Losses(
                sides.text(first.flows().group().name(), first.direction()),
                stretches.stream().mapToInt(stretch -> stretch.cohort().size()).sum(),
                stretches.stream().mapToLong(Stretch::fromNanos).min().orElseThrow(),
                stretches.stream().mapToLong(Stretch::untilNanos).max().orElseThrow(),
                stretches.stream().mapToLong(Stretch::nanos).min().orElseThrow(),
                stretches.stream().mapToLong(Stretch::nanos).max().orElseThrow(),
                episodes(trigger, first.spans()));
    }

    private ImmutableList<Episode> episodes(Trigger trigger, ImmutableList<Span> spans) {
        List<Episode> episodes = new ArrayList<>();
        for (Span span : spans) {
            String outcome = span.walk().summary();
            if (episodes.isEmpty()
                    || !episodes.get(episodes.size() - 1).outcome().equals(outcome)) {
                Optional<Trigger> other = Optional.of(triggers.of(span))
                        .filter(cause -> cause.kind() == Trigger.Kind.DEED && !trigger.covers(cause));
                episodes.add(new Episode(span.fromNanos(), outcome, span.walk().sentence(), other));
            }
        }
        return ImmutableList.copyOf(episodes);
    }
}

package coldpotato.scenarios.review;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.review.Incident.End;
import coldpotato.scenarios.review.Trigger.Kind;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks, after each thing that was done up to the next, at what had to carry more than before. */
final class Overloads {
    private final SimulatedNetwork network;
    private final FlowSides sides;

    /** What began each period, the beginning of the flows included; of several deeds of an instant the last. */
    private final TreeMap<Long, Trigger> periods = new TreeMap<>();

    Overloads(SimulatedNetwork network, FlowSides sides, Triggers triggers) {
        this.network = network;
        this.sides = sides;
        long begin = network.flows().groups().stream()
                .mapToLong(Overloads::beginNanos)
                .min()
                .orElseThrow();
        periods.put(begin, new Trigger(begin, Kind.BEGINNING, ""));
        triggers.deeds().forEach(deed -> periods.put(deed.atNanos(), deed));
    }

    private static long beginNanos(GroupFlows flows) {
        return flows.cohorts().get(0).forward().get(0).fromNanos();
    }

    /** The incidents with what had to carry more after them, and those of which that is all that came of them. */
    ImmutableList<Incident> addedTo(ImmutableList<Incident> incidents) {
        List<Incident> all = new ArrayList<>(incidents);
        periods.forEach((nanos, trigger) -> add(all, trigger, after(nanos)));
        return ImmutableList.sortedCopyOf(all);
    }

    private Overload after(long nanos) {
        Map.Entry<Long, Trigger> next = periods.higherEntry(nanos);
        long end = next == null ? network.nowNanos() : next.getKey() - 1;
        return Overload.over(network, sides, nanos, end);
    }

    private void add(List<Incident> all, Trigger trigger, Overload overload) {
        boolean told = false;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).trigger().atNanos() == trigger.atNanos()
                    && (trigger.kind() == Kind.DEED || overload.isTooMuch())) {
                all.set(i, all.get(i).with(overload));
                told = true;
            }
        }
        if (!told && overload.isTooMuch()) {
            add(all, alone(trigger, overload));
        }
    }

    /** What is no more than there was from the beginning goes back to that, though something else had kept it off for a while. */
    private static void add(List<Incident> all, Incident alone) {
        OptionalInt before = IntStream.range(0, all.size())
                .filter(i -> isOfBeginning(all.get(i)))
                .filter(i -> all.get(i).overload().covers(alone.overload()))
                .findFirst();
        before.ifPresentOrElse(
                i -> all.set(i, all.get(i).until(alone.untilNanos(), alone.end())), () -> all.add(alone));
    }

    private static boolean isOfBeginning(Incident incident) {
        return incident.trigger().kind() == Kind.BEGINNING
                && incident.harms().isEmpty()
                && incident.overload().isTooMuch();
    }

    private Incident alone(Trigger trigger, Overload overload) {
        long peak = overload.burdens().get(0).peakNanos();
        return network.flows().loads().changesNanos(peak, network.nowNanos()).stream()
                .filter(nanos ->
                        Overload.squeezed(network, sides, nanos).findAny().isEmpty())
                .findFirst()
                .map(nanos ->
                        Incident.of(trigger, overload, nanos, isWorse(overload, peak, nanos) ? End.WORSE : End.WELL))
                .orElseGet(() -> Incident.of(trigger, overload, network.nowNanos(), End.NEVER));
    }

    /** True if packets fit because some do not come there any more, or get no further. */
    private boolean isWorse(Overload overload, long peakNanos, long endNanos) {
        return overload.squeezed().stream()
                .map(squeezed -> network.flows().group(squeezed.flow()))
                .anyMatch(flows -> Stream.of(FlowDirection.values())
                        .anyMatch(direction ->
                                arriving(flows, direction, endNanos) < arriving(flows, direction, peakNanos)));
    }

    private static int arriving(GroupFlows flows, FlowDirection direction, long nanos) {
        return flows.paths(direction, nanos).entrySet().stream()
                .filter(way -> way.getKey().outcome().isDelivery())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}

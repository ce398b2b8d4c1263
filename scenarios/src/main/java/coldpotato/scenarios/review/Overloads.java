package coldpotato.scenarios.review;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.review.Incident.End;
import coldpotato.scenarios.review.Trigger.Kind;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
            all.add(alone(trigger, overload));
        }
    }

    private Incident alone(Trigger trigger, Overload overload) {
        long peak = overload.burdens().get(0).peakNanos();
        return network.flows().loads().changesNanos(peak, network.nowNanos()).stream()
                .filter(nanos -> network.flows().loads().at(nanos).bottlenecks().isEmpty())
                .findFirst()
                .map(nanos -> Incident.of(trigger, overload, nanos, End.WELL))
                .orElseGet(() -> Incident.of(trigger, overload, network.nowNanos(), End.NEVER));
    }
}

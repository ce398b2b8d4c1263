package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What became of the flows of one group, at every instant since it began: exact, because it is kept change by change. An
 * instant is seen as all its events have left it.
 */
public final class GroupFlows {
    private final FlowGroup group;
    private final LoadHistory loads;
    private final Track forward;
    private final Track reverse;
    /** Flows that stand: opened, and answered. */
    final BitSet opened = new BitSet();
    /** Flows of which a packet has arrived at the one asked: nobody answers before. */
    final BitSet reached = new BitSet();
    /** By flow that stood and is out now, since when; kept where the ends lose patience. */
    final Map<Integer, Long> outSince = new TreeMap<>();

    private final FlowKey[] keys;
    /** By flow the key of answers: they go to where the packets seemed to come from. */
    private final FlowKey[] answers;

    /** By flow the key of answers to packets that nobody translated. */
    private final FlowKey[] plainAnswers;

    private Optional<ImmutableList<Cohort>> cohorts = Optional.empty();

    GroupFlows(FlowGroup group, LoadHistory loads) {
        this.group = group;
        this.loads = loads;
        keys = IntStream.range(0, group.count()).mapToObj(group::key).toArray(FlowKey[]::new);
        plainAnswers = Stream.of(keys).map(FlowKey::reversed).toArray(FlowKey[]::new);
        answers = plainAnswers.clone();
        forward = new Track(group, FlowDirection.FORWARD);
        reverse = new Track(group, FlowDirection.REVERSE);
    }

    Track track(FlowDirection direction) {
        return switch (direction) {
            case FORWARD -> forward;
            case REVERSE -> reverse;
        };
    }

    /** The key of a flow's packets in a direction, as they start: answers go to where the packets seemed to come from. */
    public FlowKey key(int flow, FlowDirection direction) {
        return direction == FlowDirection.FORWARD ? keys[flow] : answers[flow];
    }

    /** The key that the sender of a flow awaits answers with. */
    FlowKey awaited(int flow) {
        return plainAnswers[flow];
    }

    /** A packet forward arrived with this key; true if the answers begin, or go elsewhere from now on. */
    boolean arrived(int flow, FlowKey key) {
        FlowKey answer = key == keys[flow] ? plainAnswers[flow] : key.reversed();
        if (reached.get(flow) && answer.equals(answers[flow])) {
            return false;
        }
        reached.set(flow);
        answers[flow] = answer;
        return true;
    }

    /** True if there are packets of a flow in a direction. */
    boolean isSent(int flow, FlowDirection direction) {
        return direction == FlowDirection.FORWARD || reached.get(flow);
    }

    /** Who sends now on each way of a direction, in the order of the flows. */
    Map<Walk, Turnout> turnout(FlowDirection direction) {
        BitSet sent = direction == FlowDirection.REVERSE ? reached : everyFlow();
        return track(direction).turnout(sent, group.senders().yields() ? through() : sent);
    }

    private BitSet everyFlow() {
        BitSet flows = new BitSet(group.count());
        flows.set(0, group.count());
        return flows;
    }

    /** The flows whose packets arrive now in both directions. */
    private BitSet through() {
        BitSet through = forward.arriving();
        through.and(reverse.arriving());
        return through;
    }

    /** True if packets of a flow arrive now in both directions. */
    boolean isThrough(int flow) {
        return arrives(forward, flow) && arrives(reverse, flow);
    }

    private static boolean arrives(Track track, int flow) {
        return track.history(flow).now().outcome().isDelivery();
    }

    /** What brought about the present outage of a flow. */
    long causeOfOutage(int flow, long nowNanos) {
        return tracks().stream()
                .filter(track -> !arrives(track, flow))
                .mapToLong(track -> track.history(flow).at(nowNanos).cause())
                .findFirst()
                .orElse(0);
    }

    /** Flows have been walked: takes down which ways they go from now on. */
    void changed(long nowNanos) {
        cohorts = Optional.empty();
        tracks().forEach(track -> track.count(nowNanos));
    }

    List<Track> tracks() {
        return List.of(forward, reverse);
    }

    public FlowGroup group() {
        return group;
    }

    /** The flows, told apart only where their histories differ; ordered by the first flow of each. */
    public ImmutableList<Cohort> cohorts() {
        if (cohorts.isEmpty()) {
            cohorts = Optional.of(findCohorts());
        }
        return cohorts.get();
    }

    private ImmutableList<Cohort> findCohorts() {
        Map<List<FlowHistory>, ImmutableList.Builder<Integer>> alike = new LinkedHashMap<>();
        for (int flow = 0; flow < group.count(); flow++) {
            alike.computeIfAbsent(
                            List.of(forward.history(flow), reverse.history(flow)), histories -> ImmutableList.builder())
                    .add(flow);
        }
        return alike.entrySet().stream()
                .map(entry -> new Cohort(
                        entry.getValue().build(),
                        entry.getKey().get(0).spans(),
                        entry.getKey().get(1).spans()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Everything that happened to one flow, counted from 0, in one direction. */
    public ImmutableList<Span> spans(int flow, FlowDirection direction) {
        return track(direction).history(flow).spans();
    }

    /** The way of one flow's packets at an instant. */
    public Walk walk(int flow, FlowDirection direction, long atNanos) {
        return track(direction).history(flow).at(atNanos).walk();
    }

    /** The fraction of all packets of a direction that arrive at an instant; what does not fit on a wire does not arrive. */
    public double delivered(FlowDirection direction, long atNanos) {
        Loads present = loads.at(atNanos);
        return ways(direction, atNanos).entrySet().stream()
                        .mapToDouble(way -> way.getValue() * arriving(present, direction, way.getKey()))
                        .sum()
                / group.count();
    }

    private double arriving(Loads loads, FlowDirection direction, Walk walk) {
        return walk.deliveredFraction() == 0 ? 0 : walk.deliveredFraction() * loads.fitting(group, direction, walk);
    }

    /** The fraction of all packets that arrive and whose answers arrive at an instant. */
    public double deliveredBothWays(long atNanos) {
        Loads present = loads.at(atNanos);
        return pairs(atNanos).entrySet().stream()
                        .mapToDouble(pair -> pair.getValue()
                                * arriving(
                                        present,
                                        FlowDirection.FORWARD,
                                        pair.getKey().get(0))
                                * arriving(
                                        present,
                                        FlowDirection.REVERSE,
                                        pair.getKey().get(1)))
                        .sum()
                / group.count();
    }

    /** How many flows go and come which way, in the order of the flows. */
    private Map<List<Walk>, Integer> pairs(long atNanos) {
        Map<List<Walk>, Integer> pairs = new LinkedHashMap<>();
        for (Cohort cohort : cohorts()) {
            pairs.merge(
                    List.of(cohort.at(FlowDirection.FORWARD, atNanos), cohort.at(FlowDirection.REVERSE, atNanos)),
                    cohort.size(),
                    Integer::sum);
        }
        return pairs;
    }

    /**
     * The fraction of the flows whose packets are sent into at least one of these links at an instant, whether they arrive
     * or not.
     */
    public double share(FlowDirection direction, ImmutableSet<String> links, long atNanos) {
        int using = ways(direction, atNanos).entrySet().stream()
                .filter(way -> way.getKey().uses(links))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return (double) using / group.count();
    }

    /**
     * The different ways that the flows go at an instant, each with the number of flows on it, in the order of the flows. Where
     * not all of their packets fit, the outcome says so.
     */
    public ImmutableMap<Walk, Integer> paths(FlowDirection direction, long atNanos) {
        return loads.at(atNanos).felt(group, direction, ways(direction, atNanos));
    }

    /** The same without regard to what fits. */
    ImmutableMap<Walk, Integer> ways(FlowDirection direction, long atNanos) {
        return track(direction).paths(atNanos);
    }

    /** When flows changed, from one instant to another, both included. */
    public ImmutableSortedSet<Long> changesNanos(long fromNanos, long toNanos) {
        return ImmutableSortedSet.copyOf(
                Iterables.concat(forward.changesNanos(fromNanos, toNanos), reverse.changesNanos(fromNanos, toNanos)));
    }

    /** What becomes of the flows at an instant, in words such as {@code no-route at ce1}, with the number of flows. */
    public ImmutableMap<String, Integer> outcomes(FlowDirection direction, long atNanos) {
        return summed(paths(direction, atNanos));
    }

    /** The same without regard to what fits. */
    ImmutableMap<String, Integer> outcomesOfWays(FlowDirection direction, long atNanos) {
        return summed(ways(direction, atNanos));
    }

    private static ImmutableMap<String, Integer> summed(Map<Walk, Integer> walks) {
        Map<String, Integer> outcomes = new TreeMap<>();
        walks.forEach((walk, count) -> outcomes.merge(walk.summary(), count, Integer::sum));
        return ImmutableMap.copyOf(outcomes);
    }

    /** Flows that go and come different ways at an instant. */
    public ImmutableList<Asymmetry> asymmetries(long atNanos) {
        return pairs(atNanos).entrySet().stream()
                .filter(pair ->
                        Asymmetry.between(pair.getKey().get(0), pair.getKey().get(1)))
                .map(pair -> Asymmetry.of(
                        pair.getValue(), pair.getKey().get(0), pair.getKey().get(1)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * How often one flow's packets began to arrive by another way than the one by which they last arrived, after the one
     * instant and up to the other. That none arrive for a while is no change of the way.
     */
    public int pathChanges(int flow, FlowDirection direction, long fromNanos, long toNanos) {
        return track(direction).history(flow).pathChanges(fromNanos, toNanos);
    }

    /**
     * How the flows fared from one instant (included) to another (not included).
     *
     * @param directions a flow counts as out while it is out in any of these
     */
    public Outages outages(ImmutableSet<FlowDirection> directions, long fromNanos, long toNanos) {
        int hit = 0;
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        TreeSet<Long> causes = new TreeSet<>();
        for (Cohort cohort : cohorts()) {
            int flow = cohort.flows().get(0);
            long outage = outageNanos(flow, directions, fromNanos, toNanos, causes);
            if (outage > 0) {
                hit += cohort.size();
                shortest = Math.min(shortest, outage);
                longest = Math.max(longest, outage);
            }
        }
        return new Outages(
                group.count(), hit, hit == 0 ? 0 : shortest, longest, ImmutableSortedSet.copyOfSorted(causes));
    }

    private record Outage(long fromNanos, long toNanos) {}

    private long outageNanos(
            int flow, ImmutableSet<FlowDirection> directions, long fromNanos, long toNanos, TreeSet<Long> causes) {
        List<Outage> outages = new ArrayList<>();
        for (FlowDirection direction : directions) {
            List<Span> spans = track(direction).history(flow).between(fromNanos, toNanos);
            for (int i = 0; i < spans.size(); i++) {
                if (!spans.get(i).walk().outcome().isDelivery()) {
                    long end = i + 1 < spans.size() ? spans.get(i + 1).fromNanos() : toNanos;
                    outages.add(new Outage(Math.max(fromNanos, spans.get(i).fromNanos()), end));
                    causes.add(spans.get(i).cause());
                }
            }
        }
        return union(outages);
    }

    private static long union(List<Outage> outages) {
        outages.sort(java.util.Comparator.comparingLong(Outage::fromNanos));
        long total = 0;
        long covered = Long.MIN_VALUE;
        for (Outage outage : outages) {
            long from = Math.max(outage.fromNanos(), covered);
            total += Math.max(0, outage.toNanos() - from);
            covered = Math.max(covered, outage.toNanos());
        }
        return total;
    }
}

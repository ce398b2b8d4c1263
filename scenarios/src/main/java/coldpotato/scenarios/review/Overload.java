package coldpotato.scenarios.review;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.sim.flow.Burden;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.load.Lane;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What had to carry more after something happened.
 *
 * @param burdens the limits that had to carry more than before, the fullest first; none through which nothing arrived, such as a
 *     link that is dead and still used
 * @param squeezed whose packets did not fit when the fullest was at its fullest; empty if everything fits
 */
public record Overload(ImmutableList<Burden> burdens, ImmutableList<Squeezed> squeezed) {
    static final Overload NONE = new Overload(ImmutableList.of(), ImmutableList.of());

    /**
     * Flows that lose packets because more is sent than fits.
     *
     * @param flow the group
     * @param direction {@code to-site} or {@code to-azure}
     * @param flows how many
     * @param of how many the group has
     * @param sentence what becomes of their packets
     */
    public record Squeezed(String flow, String direction, int flows, int of, String sentence) {}

    /** What was loaded more from one instant on, up to another, which is included. */
    static Overload over(SimulatedNetwork network, FlowSides sides, long fromNanos, long toNanos) {
        ImmutableList<Burden> burdens = network.flows().loads().burdens(fromNanos, toNanos).stream()
                .filter(burden -> arrives(network, burden))
                .sorted(Comparator.comparingDouble(Burden::peakPercent).reversed())
                .collect(ImmutableList.toImmutableList());
        return new Overload(
                burdens,
                burdens.stream()
                        .limit(1)
                        .filter(Burden::isTooMuch)
                        .flatMap(worst -> squeezed(network, sides, worst.peakNanos()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** True if anything that passes it arrives when it is at its fullest. */
    private static boolean arrives(SimulatedNetwork network, Burden burden) {
        return network.flows().groups().stream()
                .flatMap(flows -> Stream.of(FlowDirection.values())
                        .flatMap(direction -> flows.paths(direction, burden.peakNanos()).keySet().stream()))
                .filter(walk -> walk.outcome().isDelivery())
                .flatMap(walk -> walk.hops().stream())
                .anyMatch(hop -> meets(network, hop, burden.lane()));
    }

    private static boolean meets(SimulatedNetwork network, Walk.Hop hop, Lane lane) {
        return network.planEver().links().get(hop.link()).capacity().stream()
                .flatMap(capacity -> capacity.wires().stream())
                .anyMatch(limit -> Lane.of(limit, hop.direction()).equals(lane));
    }

    /** Whose packets do not fit at an instant. */
    static Stream<Squeezed> squeezed(SimulatedNetwork network, FlowSides sides, long nanos) {
        return network.flows().groups().stream().flatMap(flows -> Stream.of(FlowDirection.values())
                .flatMap(direction -> squeezed(flows, direction, sides, nanos)));
    }

    private static Stream<Squeezed> squeezed(GroupFlows flows, FlowDirection direction, FlowSides sides, long nanos) {
        Map<String, Integer> alike = new LinkedHashMap<>();
        flows.paths(direction, nanos).forEach((walk, count) -> {
            if (walk.outcome() == Outcome.OVER_CAPACITY) {
                alike.merge(walk.sentence(), count, Integer::sum);
            }
        });
        String name = flows.group().name();
        return alike.entrySet().stream()
                .map(each -> new Squeezed(
                        name,
                        sides.text(name, direction),
                        each.getValue(),
                        flows.group().count(),
                        each.getKey()));
    }

    /** True if not more was too much, nor for more than here, in another one. */
    boolean covers(Overload other) {
        return other.burdens.stream().filter(Burden::isTooMuch).allMatch(burden -> burdens.stream()
                .anyMatch(mine -> mine.hadToCarry(burden)));
    }

    /** True if packets were lost because they did not fit. */
    public boolean isTooMuch() {
        return !squeezed.isEmpty();
    }
}

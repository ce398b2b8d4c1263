package coldpotato.scenarios.reason;

import coldpotato.sim.flow.Asymmetry;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Symmetry;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Flows that come back another way than they go, and why each direction takes its way. Flows of which the same is true in other
 * places, such as at the other instance of a gateway, are told together.
 *
 * @param group name of the flows
 * @param flow the first of them, counted from 0
 * @param asymmetry the ways of that flow and the verdict, with the number of all of them
 * @param forward why the packets of those who opened them do not go the way of the answers
 * @param reverse why the answers do not go the way of the packets
 */
public record AsymmetryReason(String group, int flow, Asymmetry asymmetry, Choice forward, Choice reverse) {

    /** Those of one group, from the tables of a network that stands still: what is dropped first, then the most flows. */
    public static ImmutableList<AsymmetryReason> of(SimulatedNetwork network, GroupFlows flows) {
        List<AsymmetryReason> told = new ArrayList<>();
        for (Asymmetry each : flows.asymmetries(network.nowNanos())) {
            AsymmetryReason reason = of(network, flows, each);
            int like = Iterables.indexOf(told, reason::isLike);
            if (like < 0) {
                told.add(reason);
            } else {
                told.set(like, told.get(like).plus(each.flows()));
            }
        }
        return ImmutableList.sortedCopyOf(
                Comparator.comparing((AsymmetryReason reason) -> reason.asymmetry.verdict())
                        .thenComparing(reason -> reason.asymmetry.flows())
                        .reversed(),
                told);
    }

    private static AsymmetryReason of(SimulatedNetwork network, GroupFlows flows, Asymmetry asymmetry) {
        long now = network.nowNanos();
        int first = IntStream.range(0, flows.group().count())
                .filter(flow -> flows.walk(flow, FlowDirection.FORWARD, now).equals(asymmetry.forward())
                        && flows.walk(flow, FlowDirection.REVERSE, now).equals(asymmetry.reverse()))
                .findFirst()
                .orElseThrow();
        return new AsymmetryReason(
                flows.group().name(),
                first,
                asymmetry,
                why(network, flows, first, asymmetry, FlowDirection.FORWARD),
                why(network, flows, first, asymmetry, FlowDirection.REVERSE));
    }

    private static Choice why(
            SimulatedNetwork network, GroupFlows flows, int flow, Asymmetry asymmetry, FlowDirection direction) {
        FlowDirection back = direction == FlowDirection.FORWARD ? FlowDirection.REVERSE : FlowDirection.FORWARD;
        return new Divergence(
                        network,
                        asymmetry.walk(direction),
                        flows.key(flow, direction).destination(),
                        asymmetry.walk(back),
                        flows.key(flow, back).destination())
                .choice();
    }

    private boolean isLike(AsymmetryReason other) {
        return asymmetry.verdict() == other.asymmetry.verdict()
                && asymmetry.place().equals(other.asymmetry.place())
                && forward.isLike(other.forward)
                && reverse.isLike(other.reverse);
    }

    private AsymmetryReason plus(int more) {
        Asymmetry all = new Asymmetry(
                asymmetry.flows() + more,
                asymmetry.forward(),
                asymmetry.reverse(),
                asymmetry.forwardDecider(),
                asymmetry.reverseDecider());
        return new AsymmetryReason(group, flow, all, forward, reverse);
    }

    /** True if somebody prefers a way that the other direction does not take; else equal ways were told apart by chance. */
    public boolean isDecided() {
        return !(forward.step().isIndifferent() && reverse.step().isIndifferent());
    }

    /** True if something has to be done: packets are lost, or somebody's preference brings the answers back another way. */
    public boolean needsRemedy() {
        return asymmetry.verdict() == Symmetry.DROPPED || isDecided();
    }

    /** The nodes of a direction's way; where it was dropped, with those to which it would have gone on. */
    public ImmutableList<String> way(FlowDirection direction, SimulatedNetwork network) {
        GroupFlows flows = network.flows().group(group);
        return Divergence.completed(
                network, asymmetry.walk(direction), flows.key(flow, direction).destination());
    }

    /** Why a direction takes its way. */
    public Choice choice(FlowDirection direction) {
        return direction == FlowDirection.FORWARD ? forward : reverse;
    }
}

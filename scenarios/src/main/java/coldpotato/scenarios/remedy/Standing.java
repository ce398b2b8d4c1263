package coldpotato.scenarios.remedy;

import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Outages;
import coldpotato.sim.flow.Symmetry;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * How all flows fare in a network that stands still, as far as it tells a better network from a worse one.
 *
 * @param groups by name
 */
record Standing(ImmutableMap<String, Group> groups) {
    /** What a change of timing may cost without being called worse. */
    private static final long TOLERANCE_NANOS = 1_000_000_000;

    /**
     * The flows of one group.
     *
     * @param delivered the fraction of all packets that arrive and whose answers arrive
     * @param dropped how many flows come back another way and lose a direction
     * @param decided how many others come back another way because somebody prefers it
     * @param out how many flows were out so far, and for how long: a flow of which one direction is lost is out, so that a cut
     *     of the link that both directions share costs no more than one of a link that either of them needs
     */
    record Group(double delivered, int dropped, int decided, Outages out) {

        static Group of(SimulatedNetwork network, GroupFlows flows) {
            int dropped = 0;
            int decided = 0;
            for (AsymmetryReason reason : AsymmetryReason.of(network, flows)) {
                boolean harmless = reason.asymmetry().verdict() == Symmetry.HARMLESS;
                dropped += harmless ? 0 : reason.asymmetry().flows();
                decided += harmless && reason.isDecided() ? reason.asymmetry().flows() : 0;
            }
            Outages out = flows.outages(ImmutableSet.copyOf(FlowDirection.values()), 0, network.nowNanos() + 1);
            return new Group(flows.deliveredBothWays(network.nowNanos()), dropped, decided, out);
        }

        boolean isWorseThan(Group before) {
            return delivered < before.delivered - 1e-9 || dropped > before.dropped || isWorse(out, before.out);
        }

        private static boolean isWorse(Outages now, Outages then) {
            return now.hit() > then.hit() || now.longestNanos() > then.longestNanos() + TOLERANCE_NANOS;
        }
    }

    static Standing of(SimulatedNetwork network) {
        ImmutableMap.Builder<String, Group> groups = ImmutableMap.builder();
        network.flows().groups().forEach(flows -> groups.put(flows.group().name(), Group.of(network, flows)));
        return new Standing(groups.buildOrThrow());
    }

    /** True if no flows fare worse than they did. */
    boolean harmsNobody(Standing before) {
        return groups.entrySet().stream()
                .noneMatch(entry -> before.groups.containsKey(entry.getKey())
                        && entry.getValue().isWorseThan(before.groups.get(entry.getKey())));
    }

    /** True if the flows of a group that were dropped are not, or, if none were, nobody prefers two ways any more. */
    boolean mends(String group, Standing before) {
        Group now = groups.get(group);
        Group then = before.groups.get(group);
        return then.dropped > 0 ? now.dropped == 0 && now.delivered > then.delivered : now.decided < then.decided;
    }

    Group group(String name) {
        return groups.get(name);
    }
}

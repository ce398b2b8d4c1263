package coldpotato.sim.azure;

import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.sim.plan.NodePlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Devices that Microsoft is working on. An MSEE puts AS 12076 before the path eight times, towards the customer and towards
 * Microsoft's network (planned-maintenance.md); how another device is led away from is not documented: nobody is told of routes by
 * it any more. In both cases it goes on forwarding, so that traffic moves before anything is lost.
 */
final class Maintenance {
    private Maintenance() {}

    /** What an MSEE tells its neighbours, longer than usual while it is worked on. */
    static Policy export(HybridNetwork network, String circuit, Leg leg, PeeringKind kind, Policy usual) {
        return isAt(network, circuit, leg, kind)
                ? Rules.before(
                        usual,
                        ImmutableList.of(Rules.set(
                                "maintenance of " + Names.msee(circuit, leg),
                                new SetClause.PrependOwn(Documented.MAINTENANCE_PREPENDS))))
                : usual;
    }

    private static boolean isAt(HybridNetwork network, String circuit, Leg leg, PeeringKind kind) {
        return network.maintained().contains(Names.msee(circuit, leg))
                || network.maintained().contains(Names.msee(circuit, leg, kind));
    }

    /** The devices that nobody is told of routes by. */
    static ImmutableSet<String> drained(Compilation compilation) {
        return compilation.network().maintained().stream()
                .flatMap(device -> compilation.node(device).stream())
                .filter(device -> !Role.MSEE.is(device))
                .map(NodePlan::name)
                .collect(ImmutableSet.toImmutableSet());
    }
}

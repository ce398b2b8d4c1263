package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.grounds.ReachAssumptions;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * Global Reach: iBGP between the MSEEs of two circuits. That iBGP does not pass on what iBGP brought is what keeps it from being
 * transitive.
 */
final class GlobalReachCompiler {
    private static final Policy EXPORT = Rules.policy(
            "Global Reach",
            Rules.accept("routes of the site"),
            Rules.refuse(
                    "VNets are not reached over Global Reach",
                    new MatchClause.PathContains(Documented.GATEWAY_ASN.toInt())));
    private static final Policy IMPORT =
            Rules.policy("Global Reach", Rules.accept("routes of the far site"), Marks.OVER_GLOBAL_REACH);

    private final Compilation compilation;

    GlobalReachCompiler(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Leads nowhere as long as one of the circuits has no private peering. */
    void compile(GlobalReach reach) {
        Optional<? extends Peering> a = peering(reach.circuitA());
        Optional<? extends Peering> b = peering(reach.circuitB());
        if (a.isPresent() && b.isPresent()) {
            Basis at = compilation.at(ModelPath.globalReach(reach.name()));
            boolean crosses = at.isOn(ReachAssumptions.CROSSES_LEGS);
            ImmutableSet<AfiSafi> families = families(reach, a.get(), b.get());
            for (Leg near : Leg.values()) {
                for (Leg far : Leg.values()) {
                    if (near == far || crosses) {
                        join(reach, near, far, families, at);
                    }
                }
            }
        }
    }

    private Optional<? extends Peering> peering(String circuit) {
        Circuit of = compilation.network().circuits().get(circuit);
        return of.peering(PeeringKind.PRIVATE);
    }

    private static ImmutableSet<AfiSafi> families(GlobalReach reach, Peering a, Peering b) {
        return Arrays.stream(AfiSafi.values())
                .filter(family -> reach.subnet(family.family()).isPresent()
                        && a.subnets(family.family()).isPresent()
                        && b.subnets(family.family()).isPresent())
                .collect(ImmutableSet.toImmutableSet());
    }

    private void join(GlobalReach reach, Leg near, Leg far, ImmutableSet<AfiSafi> families, Basis at) {
        String name = Names.globalReach(reach.name(), near, far);
        NumberedLink link = near == far
                ? new NumberedLink(name, numbered(reach, near, 1), numbered(reach, near, 2))
                : compilation.addresses().link(name);
        Sessions sessions = Sessions.on(
                        name,
                        link.a(
                                msee(reach.circuitA(), near),
                                Documented.MSEE_ASN.toInt(),
                                settings(reach.circuitA(), near, at)),
                        link.b(
                                msee(reach.circuitB(), far),
                                Documented.MSEE_ASN.toInt(),
                                settings(reach.circuitB(), far, at)),
                        families,
                        at)
                .enabled(isReady(reach.circuitA()) && isReady(reach.circuitB()) ? families : ImmutableSet.of());
        compilation.add(sessions.link().delayNanos(reach.delayNanos()).build());
        compilation.add(sessions);
        compilation.addToGroup(reach.name(), name);
        compilation.addToGroup(Names.core(reach.circuitA(), near), name);
        compilation.addToGroup(Names.core(reach.circuitB(), far), name);
    }

    private boolean isReady(String circuit) {
        return compilation.network().circuits().get(circuit).terms().isReady();
    }

    private static String msee(String circuit, Leg leg) {
        return Names.msee(circuit, leg, PeeringKind.PRIVATE);
    }

    /** The first half of each subnet is for the primary links; the circuit that is named first takes the first address. */
    private static DualAddress numbered(GlobalReach reach, Leg leg, int place) {
        return new DualAddress(Arrays.stream(Family.values())
                .flatMap(family -> reach.subnet(family).stream())
                .map(subnet -> address(LinkSubnets.split(subnet).on(leg), place))
                .collect(ImmutableList.toImmutableList()));
    }

    private static Address address(Prefix link, int place) {
        IpAddress address = link.addressAt(place);
        return new Address(address, link.length());
    }

    private Side.Settings settings(String circuit, Leg leg, Basis at) {
        Policy export = Maintenance.export(compilation.network(), circuit, leg, PeeringKind.PRIVATE, EXPORT);
        return (peer, family) -> peer.timers(CircuitCompiler.mseeTimers(at))
                .importPolicy(IMPORT)
                .exportPolicy(export)
                // MSEEs put their AS on the path during maintenance, and may have let it in from a provider.
                .allowAsIn(CircuitCompiler.TOLERATED_LOOPS)
                .nextHopSelf(true);
    }
}

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
import coldpotato.core.azure.ReachAssumptions;
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
            ImmutableSet<AfiSafi> families = families(reach, a.get(), b.get());
            for (Leg near : Leg.values()) {
                for (Leg far : Leg.values()) {
                    if (near == far || compilation.isOn(ReachAssumptions.CROSSES_LEGS)) {
                        join(reach, near, far, families);
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

    private void join(GlobalReach reach, Leg near, Leg far, ImmutableSet<AfiSafi> families) {
        String link = Names.globalReach(reach.name(), near, far);
        ImmutableList<Address> a =
                near == far ? numbered(reach, near, 1) : compilation.addresses().endA(link);
        ImmutableList<Address> b =
                near == far ? numbered(reach, near, 2) : compilation.addresses().endB(link);
        new Adjacency(
                        link,
                        side(reach.circuitA(), near, a, b),
                        side(reach.circuitB(), far, b, a),
                        reach.delayNanos(),
                        true,
                        families,
                        true,
                        compilation.provenance(
                                ModelPath.globalReach(reach.name()),
                                ReachAssumptions.CROSSES_LEGS,
                                ReachAssumptions.REACHES_GATEWAYS))
                .addTo(compilation);
        compilation.addToGroup(reach.name(), link);
    }

    /** The first half of each subnet is for the primary links; the circuit that is named first takes the first address. */
    private static ImmutableList<Address> numbered(GlobalReach reach, Leg leg, int place) {
        return Arrays.stream(Family.values())
                .flatMap(family -> reach.subnet(family).stream())
                .map(subnet -> address(LinkSubnets.split(subnet).on(leg), place))
                .collect(ImmutableList.toImmutableList());
    }

    private static Address address(Prefix link, int place) {
        IpAddress address = link.addressAt(place);
        return new Address(address, link.length());
    }

    private Side side(String circuit, Leg leg, ImmutableList<Address> own, ImmutableList<Address> remote) {
        Policy export = Maintenance.export(compilation.network(), circuit, leg, PeeringKind.PRIVATE, EXPORT);
        return new Side(
                Names.msee(circuit, leg, PeeringKind.PRIVATE),
                Documented.MSEE_ASN.toInt(),
                own,
                remote,
                0,
                (peer, family) -> peer.timers(CircuitCompiler.mseeTimers(compilation))
                        .importPolicy(IMPORT)
                        .exportPolicy(export)
                        // MSEEs put their AS on the path during maintenance, and may have let it in from a provider.
                        .allowAsIn(CircuitCompiler.TOLERATED_LOOPS)
                        .nextHopSelf(true));
    }
}

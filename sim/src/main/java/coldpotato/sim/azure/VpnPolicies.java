package coldpotato.sim.azure;

import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.core.azure.Documented;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.IntStream;

/** What a VPN gateway takes from its neighbours and tells them (vpn-gateway-faq-bgp-include.md). */
final class VpnPolicies {
    private static final String NO_TRANSIT = "no transit between ExpressRoute and VPN";

    private VpnPolicies() {}

    /** A wider prefix than the gateway's own is taken, one at or inside them is not. */
    static Policy fromRouter(VpnOwner owner) {
        return Rules.policy(
                "VPN gateway " + owner.name(),
                Rules.accept("anything else"),
                Marks.entering(Marks.VPN),
                Rules.refuse("identical to or inside a range of " + owner.name(), Rules.within(owner.announced())));
    }

    /** Its own ranges, and what it knows of other neighbours; never a default route, nor what overlaps its own ranges. */
    static Policy toRouter(VpnOwner owner) {
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        rules.add(Marks.REMOVED)
                .add(Rules.accept("ranges of " + owner.name(), Rules.exactly(owner.announced())))
                .add(Rules.refuse(
                        "a default route is never announced",
                        Rules.exactly(ImmutableSet.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6))))
                .add(Rules.refuse("inside a range of " + owner.name(), Rules.within(owner.announced())))
                .add(Rules.refuse("overlaps a range of " + owner.name(), Rules.exactly(around(owner.announced()))));
        if (!owner.transit()) {
            rules.add(fromExpressRoute());
        }
        return new Policy(
                "VPN gateway " + owner.name(), rules.build(), Rules.accept("other neighbours and local networks"));
    }

    private static PolicyRule fromExpressRoute() {
        return Rules.refuse(NO_TRANSIT, new MatchClause.PathContains(Documented.MSEE_ASN.toInt()));
    }

    /** What an ExpressRoute gateway takes from this one beside it: routes are exchanged with branch-to-branch only (expressroute-vpn-support.md). */
    static Policy besideVpnGateway(VpnOwner owner) {
        return Rules.policy(
                "beside VPN gateway " + owner.name(),
                owner.transit() ? Rules.accept("branch-to-branch") : Rules.refuse(NO_TRANSIT));
    }

    /** What one gateway tells another beside it: all but what both know. */
    static Policy besideGateway(ImmutableSet<Prefix> known) {
        return Rules.policy(
                "between gateways",
                Rules.accept("learned routes"),
                Rules.refuse("known to both", Rules.exactly(known)));
    }

    /** Every prefix that holds one of these and more. */
    private static ImmutableSet<Prefix> around(ImmutableSet<Prefix> prefixes) {
        return prefixes.stream()
                .flatMap(prefix -> IntStream.range(1, prefix.length())
                        .mapToObj(length -> new Prefix(prefix.address().masked(length), length)))
                .collect(ImmutableSet.toImmutableSet());
    }
}

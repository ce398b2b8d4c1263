package coldpotato.sim.azure;

import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.grounds.HubAssumptions;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * What passes the router of a hub and its ExpressRoute gateway, and with which marks. Transit between VPN and ExpressRoute needs
 * nothing; between ExpressRoute and ExpressRoute it needs Global Reach or an appliance (about-virtual-hub-routing-preference.md).
 */
final class HubPolicies {
    private static final PolicyRule BY_THE_ROUTER = Rules.set("by the hub's router", new SetClause.NextHopSelf());
    private static final ImmutableSet<Prefix> DEFAULTS = ImmutableSet.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6);
    private static final PolicyRule NO_DEFAULT =
            Rules.refuse("the default route does not pass between hubs", Rules.exactly(DEFAULTS));
    private static final PolicyRule ORIGIN =
            Rules.set("routes of other hubs look like others", new SetClause.Origin(Origin.IGP));
    private static final MatchClause BY_EXPRESSROUTE = Marks.carried(Marks.EXPRESSROUTE);

    private final HubRoutes routes;
    private final RemoteNetworks remote;

    /** For all hubs. */
    HubPolicies(HubRoutes routes, RemoteNetworks remote) {
        this.routes = routes;
        this.remote = remote;
    }

    /** On a hub's gateway, from an MSEE. */
    static Policy fromCircuit() {
        return Rules.policy("from the circuit", Rules.accept("circuit routes"), Marks.entering(Marks.EXPRESSROUTE));
    }

    /** On a hub's gateway, to an MSEE. */
    Policy toCircuit(VirtualHub hub, Basis at) {
        return Rules.before(
                Rules.policy("gateway " + hub.name(), Rules.accept("what hub " + hub.name() + " knows")),
                ImmutableList.<PolicyRule>builder()
                        .add(
                                Rules.refuse("ExpressRoute is no transit between circuits", BY_EXPRESSROUTE),
                                Marks.REMOVED)
                        .addAll(at.isOn(HubAssumptions.SAME_ORIGIN) ? ImmutableList.of(ORIGIN) : ImmutableList.of())
                        .addAll(remote.announced(hub.name(), at))
                        .build());
    }

    /** On the router, from a gateway of its hub. */
    static Policy fromGateway() {
        return Rules.policy("from a gateway", Rules.accept("routes of the hub"), Marks.from(Marks.LOCAL));
    }

    /** On the router, from the VPN gateway of its hub: its tunnels, its static routes, the computers that connect. */
    static Policy fromVpnGateway() {
        return Rules.policy(
                "from the VPN gateway",
                Rules.accept("routes of the hub"),
                Marks.entering(Marks.VPN),
                Marks.from(Marks.LOCAL));
    }

    /** On the router, to its hub's VPN gateway: everything, what other sites have too; what the other instance brought is like its own. */
    static Policy toVpnGateway(VirtualHub hub) {
        return Rules.policy(
                "hub " + hub.name(),
                Rules.accept("what hub " + hub.name() + " knows"),
                BY_THE_ROUTER,
                Rules.accept("of the VPN gateway", Marks.carried(Marks.LOCAL), Marks.carried(Marks.VPN)),
                Rules.set("chosen by the hub's router", Marks.add(Marks.CHOSEN)));
    }

    /** On the router, to its hub's ExpressRoute gateway. */
    Policy toExpressRouteGateway(VirtualHub hub) {
        return Rules.policy(
                "hub " + hub.name(),
                Rules.accept("what hub " + hub.name() + " knows"),
                Rules.refuse("ExpressRoute to ExpressRoute needs Global Reach or an appliance", BY_EXPRESSROUTE),
                Rules.refuse("the default route is not propagated to circuits", Rules.exactly(DEFAULTS)),
                BY_THE_ROUTER);
    }

    /** On the router, from another hub. */
    static Policy fromHub() {
        return Rules.policy("from a hub", Rules.accept("routes of another hub"), Marks.from(Marks.REMOTE));
    }

    /** On the router, to another hub; static routes are the hub's own business. */
    Policy toHub(VirtualHub hub) {
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        rules.add(NO_DEFAULT);
        if (!hub.routes().isEmpty()) {
            rules.add(Rules.refuse("static routes stay in their hub", Rules.exactly(routes.staticPrefixes(hub))));
        }
        if (hub.privateRouting()) {
            rules.add(Rules.set("private routing policy", Marks.add(Marks.SECURED)));
        }
        rules.add(Rules.set(
                "from hub to hub",
                new SetClause.Prepend(Documented.HUB_ASN.toInt(), Documented.HUB_PREPENDS),
                new SetClause.Origin(Origin.EGP),
                new SetClause.NextHopSelf()));
        return Rules.before(Rules.policy("hub " + hub.name(), Rules.accept("best routes of the hub")), rules.build());
    }
}

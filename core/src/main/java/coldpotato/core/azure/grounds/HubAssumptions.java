package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import com.google.common.collect.ImmutableList;

/** What the documents about Virtual WAN leave open. */
public final class HubAssumptions {
    public static final Assumption WEIGHT_FIRST = new Assumption(
            "hub-weight-before-as-path",
            "Whether the ExpressRoute gateway of a hub looks at the weight of connections before the AS path, or after it.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "virtual-wan-expressroute-about.md: the higher weight wins between connections with the same prefix; where it"
                    + " stands in the hub's order is not documented");

    public static final Assumption STAYS_AFTER_OUTAGE = new Assumption(
            "hub-stays-after-outage",
            "Whether a hub stays with VPN routes that stepped in for ExpressRoute when that is back, unless they are longer.",
            Unit.SWITCH,
            "on",
            "off",
            "on",
            "about-virtual-hub-routing-preference.md: traffic might continue to prefer VPN after the outage; when is not"
                    + " documented");

    public static final Assumption REMOTE_EXPRESSROUTE_LAST = new Assumption(
            "hub-remote-expressroute-last",
            "Whether a hub that prefers short AS paths takes ExpressRoute routes of other hubs last where there are several"
                    + " other hubs.",
            Unit.SWITCH,
            "on",
            "off",
            "on",
            "about-virtual-hub-routing-preference.md: a note says so, while its example with one other hub chooses such a"
                    + " route for its length");

    public static final Assumption SAME_ORIGIN = new Assumption(
            "hub-same-origin",
            "Whether the gateway of a hub announces all routes to circuits with the BGP origin IGP; otherwise those of other hubs"
                    + " have EGP, and a customer's router with two circuits may decide by it.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "not documented");

    public static final Assumption HUB_DELAY = new Assumption(
            "inter-hub-delay",
            "One-way delay between the routers of two hubs.",
            Unit.DURATION,
            "10ms",
            "1ms",
            "100ms",
            "not documented; depends on the regions");

    public static final Assumption PROGRAMMING_DELAY = new Assumption(
            "hub-programming-delay",
            "How long a hub router takes from a new best route to sending packets by it.",
            Unit.DURATION,
            "1s",
            "50ms",
            "30s",
            "not documented");

    static final ImmutableList<Assumption> ALL = ImmutableList.of(
            WEIGHT_FIRST, STAYS_AFTER_OUTAGE, REMOTE_EXPRESSROUTE_LAST, SAME_ORIGIN, HUB_DELAY, PROGRAMMING_DELAY);

    private HubAssumptions() {}
}

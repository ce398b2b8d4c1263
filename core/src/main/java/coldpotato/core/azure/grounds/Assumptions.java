package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import coldpotato.core.net.EcmpHashing;
import com.google.common.collect.ImmutableList;

/**
 * Everything that the model has to choose because the documents leave it open. Each changes the network that is compiled.
 * An area with several of its own has a class for them, whose list is joined here.
 *
 * <p>Not modelled: whether a prefix limit that is exceeded in IPv6 also ends the IPv4 session (the families have sessions of
 * their own here), graceful restart, add-path and dampening at Microsoft's edge, aggregation of routes.
 */
public final class Assumptions {
    public static final Assumption GATEWAY_PROGRAMMING_DELAY = new Assumption(
            "gateway-programming-delay",
            "How long a gateway instance takes from a new best route to sending packets by it.",
            Unit.DURATION,
            "15s",
            "1s",
            "55s",
            "expressroute-bfd.md: after a failure, convergence between gateway and MSEE may take up to a minute; how it is"
                    + " spread within the minute is not documented");

    public static final Assumption GATEWAYS_TELL_INSTALLED_ROUTES = new Assumption(
            "gateways-tell-installed-routes",
            "Whether gateways and the routers of hubs announce a route that they have newly chosen, and have it programmed into"
                    + " subnets, only when their forwarding table has caught up; otherwise as soon as they have chosen it, and packets that come before are dropped or turn"
                    + " back. A route that is lost is withdrawn at once.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "not documented; but no document tells that a new route interrupts what flowed without it, and routers have a setting"
                    + " to wait for their forwarding table before they announce");

    public static final Assumption VNET_PROGRAMMING_DELAY = new Assumption(
            "vnet-programming-delay",
            "How long it takes until a route that a gateway has learned, or lost, is known in the VNet's subnets.",
            Unit.DURATION,
            "5s",
            "500ms",
            "30s",
            "not documented; part of the convergence that expressroute-bfd.md puts below a minute");

    public static final Assumption GATEWAY_HOLD_TIME = new Assumption(
            "gateway-msee-hold-time",
            "Hold time between gateway instances and MSEEs; keepalives come three times as often.",
            Unit.HOLD_TIME,
            "30s",
            "10s",
            "180s",
            "not documented; expressroute-bfd.md has convergence between gateway and MSEE within a minute, which the hold time"
                    + " and the programming delay share; the MSEE's timers towards customers are 60 s and 180 s"
                    + " (expressroute-faqs.md)");

    public static final Assumption GATEWAY_BFD = new Assumption(
            "gateway-msee-bfd",
            "Whether gateway instances and MSEEs run BFD, 300 ms times the MSEE's multiplier.",
            Unit.SWITCH,
            "off",
            "on",
            "off",
            "not documented");

    public static final Assumption GATEWAY_LINK_DELAY = new Assumption(
            "gateway-msee-delay",
            "One-way delay between an MSEE and a gateway in the region.",
            Unit.DURATION,
            "1ms",
            "500us",
            "5ms",
            "expressroute-troubleshooting-network-performance.md gives round trips per region from Seattle, 5 ms for the"
                    + " nearest; not documented for others");

    public static final Assumption LEARNED_LIMIT_TEARS_DOWN = new Assumption(
            "gateway-learned-limit-tears-down",
            "Whether a gateway that learns more routes on a session than its SKU allows ends the session.",
            Unit.SWITCH,
            "off",
            "off",
            "on",
            "expressroute-about-virtual-network-gateways.md gives the number of routes; what happens beyond is not"
                    + " documented");

    public static final Assumption MSEE_BFD_MULTIPLIER = new Assumption(
            "msee-bfd-multiplier",
            "How many BFD packets in a row the neighbour of an MSEE may miss before it takes the MSEE for dead.",
            Unit.COUNT,
            "3",
            "2",
            "3",
            "expressroute-bfd.md shows 3 at the customer's end; the MSEE's own is not documented, but"
                    + " designing-for-high-availability-with-expressroute.md has detection in less than a second,"
                    + " which 300 ms allows up to 3");

    public static final Assumption MSEE_FIB_DELAY = new Assumption(
            "msee-fib-delay",
            "How long an MSEE takes from a new best route to sending packets by it.",
            Unit.DURATION,
            "500ms",
            "50ms",
            "5s",
            "not documented");

    public static final Assumption MSEES_TELL_INSTALLED_ROUTES = new Assumption(
            "msees-tell-installed-routes",
            "Whether MSEEs announce a route, to customers, gateways and over Global Reach, only when they send packets by it;"
                    + " otherwise as soon as they have chosen it, and packets that come before are dropped or turn back. A route"
                    + " that is lost is withdrawn at once.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "not documented; but no document tells that connecting a circuit or Global Reach, or a repair, interrupts what"
                    + " flowed without it, and routers have a setting to wait for their forwarding table before they announce");

    public static final Assumption MSEE_MRAI = new Assumption(
            "msee-mrai",
            "How long an MSEE waits before it announces the same prefix to the same neighbour again.",
            Unit.DURATION,
            "0s",
            "0s",
            "30s",
            "not documented; RFC 4271 section 9.2.1.1 suggests 30 s between ASes, many implementations use none");

    public static final Assumption MSEE_CONNECT_RETRY = new Assumption(
            "msee-connect-retry",
            "How long an MSEE waits before it tries again to connect to a neighbour.",
            Unit.WAIT,
            "30s",
            "5s",
            "120s",
            "not documented; RFC 4271 section 10 suggests 120 s");

    public static final Assumption MSEE_IDLE_HOLD = new Assumption(
            "msee-idle-hold",
            "How long an MSEE leaves a session alone after it failed, doubling with each failure.",
            Unit.DURATION,
            "5s",
            "1s",
            "60s",
            "not documented; RFC 4271 section 8.1.1 leaves it to the implementation");

    public static final Assumption MSEE_LOOP_TOLERANCE = new Assumption(
            "msee-as-loop-tolerance",
            "Whether an MSEE accepts paths on private peering that already hold its own AS 12076.",
            Unit.SWITCH,
            "on",
            "off",
            "on",
            "not documented; seen in route tables of MSEEs that people published (paths such as 64512 12076)");

    public static final Assumption LIMIT_RETRY = new Assumption(
            "max-prefix-retry-interval",
            "How long a session stays down after its prefix limit was exceeded, before it is tried again.",
            Unit.DURATION,
            "1m",
            "10s",
            "15m",
            "expressroute-faqs.md: restored when the count is below the limit again; the interval is not documented");

    public static final Assumption LIMIT_BEFORE_POLICY = new Assumption(
            "max-prefix-counts-before-policy",
            "Whether the limit counts all prefixes that arrive, or only those that the MSEE lets in.",
            Unit.SWITCH,
            "on",
            "off",
            "on",
            "expressroute-routing.md speaks of prefixes advertised; where they are counted is not documented");

    public static final Assumption FILTER_MATCHES_ANY = new Assumption(
            "route-filter-matches-any",
            "Whether one community of the filter is enough, or a prefix needs all of its communities in the filter.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "inferred from how-to-routefilter-portal.md; prefixes of several communities are not documented");

    public static final Assumption ACCESS_LIST_MORE_SPECIFIC = new Assumption(
            "access-list-admits-more-specific",
            "Whether the advertised public prefixes also let in more specific prefixes inside them.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "inferred from expressroute-faqs.md, which accepts prefixes up to /32");

    public static final Assumption MICROSOFT_DELAY = new Assumption(
            "microsoft-backbone-delay",
            "One-way delay between an MSEE and Microsoft's public services.",
            Unit.DURATION,
            "2ms",
            "1ms",
            "20ms",
            "not documented");

    public static final Assumption MICROSOFT_FIB_DELAY = new Assumption(
            "microsoft-withdrawal-delay",
            "How long a change of routes takes until Microsoft's public network sends packets accordingly.",
            Unit.DURATION,
            "5s",
            "500ms",
            "60s",
            "not documented");

    public static final Assumption MICROSOFT_ECMP_HASHING = new Assumption(
            "microsoft-ecmp-hashing",
            "Whether a next hop that comes or goes at MSEEs, at gateways, in hubs, in VNets or in Microsoft's public network"
                    + " moves no flows but those that have to move, or most of those that share it.",
            Unit.CHOICE,
            "resilient",
            "resilient",
            "modulo",
            "expressroute-faqs.md shares flows over equal circuits; which flows move when one fails is not documented,"
                    + " and platforms have both",
            EcmpHashing.texts().asList());

    public static final Assumption INTERNET_DELAY = new Assumption(
            "internet-delay",
            "One-way delay between the Internet and Microsoft's public network.",
            Unit.DURATION,
            "10ms",
            "5ms",
            "50ms",
            "not documented");

    public static final Assumption PROVIDER_BFD = new Assumption(
            "provider-bfd",
            "Whether the routers of a provider on layer 3 run BFD with the MSEEs, 300 ms times 3.",
            Unit.SWITCH,
            "off",
            "on",
            "off",
            "the provider's choice; expressroute-bfd.md asks the customer or provider to configure it");

    public static final Assumption PROVIDER_FIB_DELAY = new Assumption(
            "provider-fib-delay",
            "How long a router of a provider on layer 3, or of the Internet, takes from a new best route to sending packets by it.",
            Unit.DURATION,
            "50ms",
            "10ms",
            "5s",
            "the provider's choice; not in the documents");

    public static final Assumption FABRIC_DELAY = new Assumption(
            "fabric-delay",
            "One-way delay between two machines that Azure's fabric joins directly, gateways and Route Servers among them.",
            Unit.DURATION,
            "100us",
            "50us",
            "2ms",
            "not documented; machines of one region, maybe of several zones");

    public static final Assumption LAN_DELAY = new Assumption(
            "lan-delay",
            "One-way delay between a site's routers, and between them and its hosts.",
            Unit.DURATION,
            "100us",
            "50us",
            "2ms",
            "the customer's choice; a building or a campus");

    public static final Assumption SPF_DELAY = new Assumption(
            "igp-spf-delay",
            "How long the site's routers wait after a change of topology before they compute new IGP routes.",
            Unit.DURATION,
            "50ms",
            "10ms",
            "5s",
            "the customer's choice; 50 ms is the usual initial wait of today's routers, 5 s that of old ones");

    private static final Catalogue<Assumption> CATALOGUE = new Catalogue<>(
            ImmutableList.<Assumption>builder()
                    .add(
                            GATEWAY_PROGRAMMING_DELAY,
                            GATEWAYS_TELL_INSTALLED_ROUTES,
                            VNET_PROGRAMMING_DELAY,
                            GATEWAY_HOLD_TIME,
                            GATEWAY_BFD,
                            GATEWAY_LINK_DELAY,
                            LEARNED_LIMIT_TEARS_DOWN,
                            MSEE_BFD_MULTIPLIER,
                            MSEE_FIB_DELAY,
                            MSEES_TELL_INSTALLED_ROUTES,
                            MSEE_MRAI,
                            MSEE_CONNECT_RETRY,
                            MSEE_IDLE_HOLD,
                            MSEE_LOOP_TOLERANCE,
                            LIMIT_RETRY,
                            LIMIT_BEFORE_POLICY,
                            FILTER_MATCHES_ANY,
                            ACCESS_LIST_MORE_SPECIFIC,
                            MICROSOFT_DELAY,
                            MICROSOFT_FIB_DELAY,
                            MICROSOFT_ECMP_HASHING,
                            INTERNET_DELAY,
                            PROVIDER_BFD,
                            PROVIDER_FIB_DELAY,
                            FABRIC_DELAY,
                            LAN_DELAY,
                            SPF_DELAY)
                    .addAll(LifecycleAssumptions.ALL)
                    .addAll(ReachAssumptions.ALL)
                    .addAll(HubAssumptions.ALL)
                    .addAll(VpnAssumptions.ALL)
                    .addAll(RouteServerAssumptions.ALL)
                    .addAll(Conflicts.assumptions())
                    .addAll(LoadAssumptions.ALL)
                    .build(),
            Assumption::name);

    private Assumptions() {}

    /** All of them, by name. */
    public static Catalogue<Assumption> catalogue() {
        return CATALOGUE;
    }
}

package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import com.google.common.collect.ImmutableList;

/** What the model has to choose about VPN gateways because the documents leave it open. */
public final class VpnAssumptions {
    public static final Assumption PROGRAMMING_DELAY = new Assumption(
            "vpn-gateway-programming-delay",
            "How long a VPN gateway instance takes from a new best route to sending packets by it.",
            Unit.DURATION,
            "1s",
            "100ms",
            "5s",
            "use-s2s-vpn-as-backup-for-expressroute-privatepeering.md saw traffic on the VPN in under 10 s; how that is spread"
                    + " is not documented");

    public static final Assumption DEAD_PEER_DETECTION = new Assumption(
            "vpn-dead-peer-detection",
            "How long the ends of a tunnel take to notice that nothing arrives from the other end.",
            Unit.DURATION,
            "45s",
            "9s",
            "180s",
            "the gateway's usual DPD timeout, adjustable per connection; not in the documents read. 180 s is the hold timer");

    public static final Assumption TUNNEL_SETUP = new Assumption(
            "vpn-tunnel-setup",
            "How long the ends take to set a tunnel up again when packets pass between them again.",
            Unit.DURATION,
            "2s",
            "500ms",
            "30s",
            "not documented");

    public static final Assumption HOLD_TIME_FOLLOWS_ROUTER = new Assumption(
            "vpn-hold-time-follows-router",
            "Whether a lower hold time of the customer's router counts inside a tunnel; otherwise 180 s and 60 s do.",
            Unit.SWITCH,
            "off",
            "on",
            "off",
            "not documented; the documents give 60 s and 180 s for MSEEs only, and tell of no setting at a VPN gateway");

    public static final Assumption INTERNET_DELAY = new Assumption(
            "vpn-tunnel-delay",
            "One-way delay of a tunnel where what carries it is not part of the network.",
            Unit.DURATION,
            "15ms",
            "5ms",
            "80ms",
            "not documented");

    public static final Assumption CLIENT_DELAY = new Assumption(
            "vpn-client-delay",
            "One-way delay between a computer that is connected by VPN and the gateway.",
            Unit.DURATION,
            "20ms",
            "5ms",
            "100ms",
            "not documented; what a computer is connected by is not part of the network");

    public static final Assumption TUNNELS = new Assumption(
            "vpn-tunnels",
            "How many site-to-site tunnels VpnGw1 to VpnGw3 take.",
            Unit.COUNT,
            "30",
            "100",
            "30",
            "vpn-gateway-table-gwtype-aggtput-include.md of 2019 says 30, about-gateway-skus.md of 2025 up to 100 without"
                    + " saying for which SKUs");

    public static final Assumption PUBLIC_ADDRESSES = new Assumption(
            "vpn-gateway-public-addresses",
            "From which block of Microsoft's a VPN gateway has the public addresses that the file does not say.",
            Unit.CHOICE,
            "20.160.0.0/12",
            "20.160.0.0/12",
            "52.160.0.0/11",
            "not documented: Azure gives any public address of the region; both blocks are Microsoft's in public registries",
            ImmutableList.of("20.160.0.0/12", "52.160.0.0/11"));

    /** All of them, in the order in which they are listed. */
    static final ImmutableList<Assumption> ALL = ImmutableList.of(
            PROGRAMMING_DELAY,
            DEAD_PEER_DETECTION,
            TUNNEL_SETUP,
            HOLD_TIME_FOLLOWS_ROUTER,
            INTERNET_DELAY,
            CLIENT_DELAY,
            TUNNELS,
            PUBLIC_ADDRESSES);

    private VpnAssumptions() {}
}

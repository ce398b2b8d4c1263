package coldpotato.core.azure;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A connection of a VPN gateway: with a customer's router (site-to-site) or with another VPN gateway (VNet to VNet). Each active
 * instance has a tunnel of its own.
 *
 * @param name unique
 * @param gateway the VNet or hub whose VPN gateway it is
 * @param customer the router at the other end and what it has configured for the gateway: policies, timers, what it announces;
 *     empty if the other end is a gateway
 * @param otherGateway the VNet or hub whose VPN gateway is the other end; empty if that is a router
 * @param over which way the packets of the tunnel take
 * @param address the router's public address, if that is none of its links; where several links of Microsoft peering carry the
 *     tunnel and nobody says it, the router takes one at the end of an advertised public prefix
 * @param bgp true for BGP inside the tunnel, false for static routes at both ends
 * @param prefixes address ranges of the local network gateway: what Azure routes to this connection without BGP
 * @param bgpAddresses custom addresses of the BGP neighbours, empty for addresses of the model's own
 * @param distance administrative distance of the router's static routes, where there is no BGP
 * @param connected false while it is not made yet, or deleted
 */
public record VpnConnection(
        String name,
        String gateway,
        Optional<PeeringLink> customer,
        Optional<String> otherGateway,
        Over over,
        Optional<IpAddress> address,
        boolean bgp,
        ImmutableSet<Prefix> prefixes,
        Optional<BgpAddresses> bgpAddresses,
        int distance,
        boolean connected) {

    /** How the packets of a tunnel travel. */
    public enum Over {
        /** As the router's routing table says: over the Internet, or over Microsoft peering where that brings the gateway. */
        BEST_ROUTE("best-route"),
        /** By a host route to the gateway over the router's Internet link, and not at all while that is down. */
        INTERNET("internet"),
        /** By the router's link of Microsoft peering, or by several as BGP on them says; not at all while they are down. */
        MICROSOFT_PEERING("microsoft-peering");

        private final String text;

        Over(String text) {
            this.text = text;
        }

        /** As files have it. */
        public String text() {
            return text;
        }
    }

    /**
     * Custom addresses of BGP neighbours (bgp-howto.md).
     *
     * @param gateway of the first instance; the second has the next but one
     * @param router of the router towards the first instance; towards the second it has the next but one
     */
    public record BgpAddresses(IpAddress gateway, IpAddress router) {}

    /** Begins a connection with BGP that somebody still has to be at the other end of. */
    public static VpnConnectionBuilder builder(String name, String gateway) {
        return new VpnConnectionBuilder(name, gateway);
    }

    /** A builder that starts from this. */
    public VpnConnectionBuilder toBuilder() {
        return new VpnConnectionBuilder(this);
    }

    /** The other end is a customer's router. */
    public static VpnConnection toRouter(String name, String gateway, PeeringLink customer, Over over) {
        return builder(name, gateway).customer(Optional.of(customer)).over(over).build();
    }

    /** True if it belongs to the gateway of this VNet or hub. */
    public boolean isOf(String owner) {
        return gateway.equals(owner) || otherGateway.equals(Optional.of(owner));
    }

    /** The same with another customer's end. */
    public VpnConnection withCustomer(PeeringLink changed) {
        return toBuilder().customer(Optional.of(changed)).build();
    }

    /** The same, connected or not. */
    public VpnConnection withConnected(boolean changed) {
        return toBuilder().connected(changed).build();
    }
}

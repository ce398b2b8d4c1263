package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A hub of Virtual WAN (virtual-wan-expressroute-about.md). All hubs of the model belong to one Virtual WAN.
 *
 * @param name unique
 * @param region Azure region
 * @param prefix its own address space
 * @param sku of the Virtual WAN
 * @param routingPreference how its router chooses between routes for one prefix
 * @param gateway its ExpressRoute gateway
 * @param vpnGateway its VPN gateway
 * @param routes static routes of its route table
 * @param privateRouting true if it has a private routing policy (routing intent)
 */
public record VirtualHub(
        String name,
        String region,
        Prefix prefix,
        Sku sku,
        RoutingPreference routingPreference,
        Optional<HubGateway> gateway,
        Optional<VpnGateway> vpnGateway,
        ImmutableList<HubRoute> routes,
        boolean privateRouting) {

    /** What a Virtual WAN offers (virtual-wan-about.md). */
    public enum Sku {
        /** Site-to-site VPN, and no way between hubs or between VNets. */
        BASIC("Basic"),
        STANDARD("Standard");

        private final String text;

        Sku(String text) {
            this.text = text;
        }

        /** The name as Azure writes it. */
        public String text() {
            return text;
        }
    }

    /** Hub routing preference (about-virtual-hub-routing-preference.md). */
    public enum RoutingPreference {
        EXPRESSROUTE("expressroute"),
        VPN("vpn"),
        AS_PATH("as-path");

        private final String text;

        RoutingPreference(String text) {
            this.text = text;
        }

        /** As files say it. */
        public String text() {
            return text;
        }
    }

    /** Begins a hub of Standard size without gateways. */
    public static VirtualHubBuilder builder(String name, String region, Prefix prefix) {
        return new VirtualHubBuilder(name, region, prefix);
    }

    /** A builder that starts from this. */
    public VirtualHubBuilder toBuilder() {
        return new VirtualHubBuilder(this);
    }

    /** True if packets from a circuit go past the gateway, as they do by default on ports of ExpressRoute Direct. */
    public boolean hasFastPath(Circuit circuit) {
        boolean large = gateway.map(one -> one.scaleUnits() >= Documented.HUB_FAST_PATH_SCALE_UNITS)
                .orElse(false);
        return large && circuit.direct().isPresent();
    }

    /** The same with another routing preference. */
    public VirtualHub withRoutingPreference(RoutingPreference changed) {
        return toBuilder().routingPreference(changed).build();
    }

    /** The same with another VPN gateway. */
    public VirtualHub withVpnGateway(Optional<VpnGateway> changed) {
        return toBuilder().vpnGateway(changed).build();
    }

    /** The same with other static routes. */
    public VirtualHub withRoutes(ImmutableList<HubRoute> changed) {
        return toBuilder().routes(changed).build();
    }
}

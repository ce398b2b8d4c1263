package coldpotato.core.azure;

import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A virtual network (VNet).
 *
 * @param name unique
 * @param region Azure region, such as {@code West Europe}
 * @param prefixes its address spaces, announced whole
 * @param customCommunity custom value {@code 12076:xxxxx}; with it the region's value is shown too
 *     (how-to-configure-custom-bgp-communities.md)
 * @param gateway its ExpressRoute gateway
 * @param vpnGateway its VPN gateway
 * @param routeServer its Route Server
 * @param subnets those of its subnets that differ from the rest, by name
 * @param summaries what its gateways announce in place of the address spaces that they cover
 *     (expressroute-about-virtual-network-gateways.md)
 */
public record VirtualNetwork(
        String name,
        String region,
        ImmutableSet<Prefix> prefixes,
        Optional<Community> customCommunity,
        Optional<ExpressRouteGateway> gateway,
        Optional<VpnGateway> vpnGateway,
        Optional<RouteServer> routeServer,
        ImmutableMap<String, Subnet> subnets,
        ImmutableSet<Prefix> summaries) {

    /** A VNet of nothing but its address spaces and an ExpressRoute gateway. */
    public VirtualNetwork(
            String name,
            String region,
            ImmutableSet<Prefix> prefixes,
            Optional<Community> customCommunity,
            Optional<ExpressRouteGateway> gateway) {
        this(
                name,
                region,
                prefixes,
                customCommunity,
                gateway,
                Optional.empty(),
                Optional.empty(),
                ImmutableMap.of(),
                ImmutableSet.of());
    }

    /** A VNet without anything in it, to start from. */
    public static VirtualNetworkBuilder builder(String name, String region) {
        return new VirtualNetwork(name, region, ImmutableSet.of(), Optional.empty(), Optional.empty()).toBuilder();
    }

    /** True if a summary is announced in place of this address space. */
    public boolean isSummarized(Prefix space) {
        return summaries.stream().anyMatch(summary -> summary.contains(space));
    }

    public VirtualNetworkBuilder toBuilder() {
        return new VirtualNetworkBuilder(this);
    }
}

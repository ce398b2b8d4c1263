package coldpotato.core.azure;

import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
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
 */
public record VirtualNetwork(
        String name,
        String region,
        ImmutableSet<Prefix> prefixes,
        Optional<Community> customCommunity,
        Optional<ExpressRouteGateway> gateway) {}

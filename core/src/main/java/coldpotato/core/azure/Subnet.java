package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A subnet of a VNet.
 *
 * @param name unique in its VNet
 * @param prefixes inside the VNet's address spaces
 * @param routeTable name of the route table that is attached to it
 * @param serviceEndpoints names of the public services that it reaches by routes of their own
 *     (virtual-networks-udr-overview.md)
 */
public record Subnet(
        String name,
        ImmutableSet<Prefix> prefixes,
        Optional<String> routeTable,
        ImmutableSet<String> serviceEndpoints) {
    /** The subnet that gateways stand in; it has no machines of the customer's. */
    public static final String GATEWAY_SUBNET = "GatewaySubnet";

    /** The subnet that Route Server stands in. */
    public static final String ROUTE_SERVER_SUBNET = "RouteServerSubnet";

    /** A subnet that takes whatever routes its VNet gives it. */
    public Subnet(String name, ImmutableSet<Prefix> prefixes) {
        this(name, prefixes, Optional.empty(), ImmutableSet.of());
    }

    /** False for subnets that only Azure's own machines stand in. */
    public boolean hasHosts() {
        return !name.equals(GATEWAY_SUBNET) && !name.equals(ROUTE_SERVER_SUBNET);
    }

    public Subnet withRouteTable(Optional<String> value) {
        return new Subnet(name, prefixes, value, serviceEndpoints);
    }
}

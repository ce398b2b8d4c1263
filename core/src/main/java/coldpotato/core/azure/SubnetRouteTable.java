package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;

/**
 * User-defined routes for subnets (virtual-networks-udr-overview.md).
 *
 * @param name unique
 * @param routes by prefix
 * @param propagation true if its subnets also take the routes of gateways
 */
public record SubnetRouteTable(String name, ImmutableMap<Prefix, UserDefinedRoute> routes, boolean propagation) {

    public SubnetRouteTable withRoutes(ImmutableMap<Prefix, UserDefinedRoute> value) {
        return new SubnetRouteTable(name, value, propagation);
    }

    public SubnetRouteTable withPropagation(boolean value) {
        return new SubnetRouteTable(name, routes, value);
    }
}

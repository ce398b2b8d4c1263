package coldpotato.core.azure;

/**
 * User-defined routes for subnets (virtual-networks-udr-overview.md).
 *
 * @param name unique
 */
public record SubnetRouteTable(String name) {}

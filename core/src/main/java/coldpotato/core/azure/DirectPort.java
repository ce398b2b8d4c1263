package coldpotato.core.azure;

/**
 * ExpressRoute Direct: a pair of ports at a peering location (expressroute-erdirect-about.md).
 *
 * @param name unique
 * @param location name of the peering location
 */
public record DirectPort(String name, String location) {}

package coldpotato.core.azure;

/**
 * ExpressRoute Global Reach between the private peerings of two circuits (expressroute-global-reach.md).
 *
 * @param name unique
 * @param circuitA one circuit
 * @param circuitB the other
 */
public record GlobalReach(String name, String circuitA, String circuitB) {}

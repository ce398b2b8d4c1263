package coldpotato.core.azure;

/**
 * A connection between a VNet's ExpressRoute gateway and a circuit.
 *
 * @param name unique
 * @param virtualNetwork whose gateway
 * @param circuit which circuit
 * @param weight routing weight, 0 to 32000, higher is preferred and looked at before the AS path
 *     (expressroute-optimize-routing.md)
 */
public record Connection(String name, String virtualNetwork, String circuit, int weight) {}

package coldpotato.core.azure;

/**
 * A connection between the ExpressRoute gateway of a VNet or of a virtual hub and a circuit.
 *
 * @param name unique
 * @param gateway the VNet or hub whose gateway it is
 * @param circuit which circuit
 * @param weight routing weight, 0 to 32000, higher is preferred and looked at before the AS path
 *     (expressroute-optimize-routing.md)
 */
public record Connection(String name, String gateway, String circuit, int weight) {}

package coldpotato.core.azure;

/**
 * The ExpressRoute gateway of a virtual hub: two instances, AS 65515, which cannot be changed (virtual-wan-expressroute-about.md).
 *
 * @param scaleUnits of 2 Gbps each
 * @param remoteVnets true if it takes routes of VNets outside Virtual WAN by way of a circuit
 */
public record HubGateway(int scaleUnits, boolean remoteVnets) {}

package coldpotato.core.azure;

/**
 * An ExpressRoute gateway: several instances, AS 65515 (expressroute-about-virtual-network-gateways.md).
 *
 * @param sku name as in the documents, such as {@code ErGw1AZ}
 * @param remoteVnets true if it takes routes of other VNets by way of a circuit (virtual-network-connectivity-guidance.md)
 * @param virtualWan true if it takes routes of Virtual WAN by way of a circuit
 */
public record ExpressRouteGateway(String sku, boolean remoteVnets, boolean virtualWan) {

    /** As Azure makes it: on-premises only. */
    public ExpressRouteGateway(String sku) {
        this(sku, false, false);
    }
}

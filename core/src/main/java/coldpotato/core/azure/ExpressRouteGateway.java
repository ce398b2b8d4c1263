package coldpotato.core.azure;

/**
 * An ExpressRoute gateway: several instances, AS 65515 (expressroute-about-virtual-network-gateways.md).
 *
 * @param sku name as in the documents, such as {@code ErGw1AZ}
 * @param scaleUnits with {@code ErGwScale}, 1 to 40; 1 otherwise
 * @param remoteVnets true if it takes routes of other VNets by way of a circuit (virtual-network-connectivity-guidance.md)
 * @param virtualWan true if it takes routes of Virtual WAN by way of a circuit
 */
public record ExpressRouteGateway(String sku, int scaleUnits, boolean remoteVnets, boolean virtualWan) {

    /** As Azure makes it: on-premises only. */
    public ExpressRouteGateway(String sku) {
        this(sku, 1, false, false);
    }

    public ExpressRouteGateway withSize(String changedSku, int changedUnits) {
        return new ExpressRouteGateway(changedSku, changedUnits, remoteVnets, virtualWan);
    }

    /** The same with other settings for what comes by way of a circuit. */
    public ExpressRouteGateway taking(boolean ofRemoteVnets, boolean ofVirtualWan) {
        return new ExpressRouteGateway(sku, scaleUnits, ofRemoteVnets, ofVirtualWan);
    }
}

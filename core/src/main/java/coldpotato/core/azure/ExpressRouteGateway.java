package coldpotato.core.azure;

/**
 * An ExpressRoute gateway: several instances, AS 65515 (expressroute-about-virtual-network-gateways.md).
 *
 * @param sku name as in the documents, such as {@code ErGw1AZ}
 */
public record ExpressRouteGateway(String sku) {}

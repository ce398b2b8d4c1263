package coldpotato.core.azure;

/**
 * A VPN gateway of a VNet or of a virtual hub (vpn-gateway-faq-bgp-include.md).
 *
 * @param sku name as in the documents, such as {@code VpnGw1}
 */
public record VpnGateway(String sku) {}

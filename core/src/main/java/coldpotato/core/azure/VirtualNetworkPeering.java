package coldpotato.core.azure;

/**
 * A peering between two VNets (virtual-network-peering-overview.md).
 *
 * @param name unique
 * @param hub the VNet whose gateways the other may use
 * @param spoke the other VNet
 * @param allowGatewayTransit set at the hub
 * @param useRemoteGateways set at the spoke
 */
public record VirtualNetworkPeering(
        String name, String hub, String spoke, boolean allowGatewayTransit, boolean useRemoteGateways) {

    /** True if the VNet is one of the two. */
    public boolean joins(String virtualNetwork) {
        return hub.equals(virtualNetwork) || spoke.equals(virtualNetwork);
    }

    /** True if the spoke uses the gateways of the hub; it takes both sides to say so. */
    public boolean isTransit() {
        return allowGatewayTransit && useRemoteGateways;
    }
}

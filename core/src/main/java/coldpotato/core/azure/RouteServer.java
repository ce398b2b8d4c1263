package coldpotato.core.azure;

/**
 * Azure Route Server of a VNet: two instances, AS 65515 (route-server-faq.md).
 *
 * @param branchToBranch true if it exchanges routes with the VNet's gateways
 */
public record RouteServer(boolean branchToBranch) {}

package coldpotato.core.azure;

/**
 * A site-to-site connection of a VPN gateway.
 *
 * @param name unique
 * @param gateway the VNet or hub whose VPN gateway it is
 */
public record VpnConnection(String name, String gateway) {}

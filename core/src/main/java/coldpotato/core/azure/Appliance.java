package coldpotato.core.azure;

/**
 * A network virtual appliance (NVA) or Azure Firewall in a VNet.
 *
 * @param name unique
 * @param virtualNetwork where it stands
 */
public record Appliance(String name, String virtualNetwork) {}

package coldpotato.core.azure;

/**
 * A VNet connected to a hub of Virtual WAN.
 *
 * @param name unique
 * @param hub to which hub
 * @param virtualNetwork which VNet
 * @param propagateDefaultRoute true if the VNet is told of the hub's default route
 */
public record HubConnection(String name, String hub, String virtualNetwork, boolean propagateDefaultRoute) {}

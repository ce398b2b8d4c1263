package coldpotato.core.azure;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.Optional;

/**
 * A static route of a hub's route table (about-virtual-hub-routing.md).
 *
 * @param prefix where to
 * @param connection the hub connection whose VNet has the next hop
 * @param nextHop an address in that VNet, such as an appliance's; the VNet itself delivers where it is absent
 */
public record HubRoute(Prefix prefix, String connection, Optional<IpAddress> nextHop) {}

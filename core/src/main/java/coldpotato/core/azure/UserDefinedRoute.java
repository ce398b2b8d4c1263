package coldpotato.core.azure;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.Optional;

/**
 * A user-defined route (UDR, virtual-networks-udr-overview.md).
 *
 * @param prefix where to
 * @param type what kind of next hop
 * @param appliance address of the next hop, with {@link NextHopType#VIRTUAL_APPLIANCE} only
 */
public record UserDefinedRoute(Prefix prefix, NextHopType type, Optional<IpAddress> appliance) {

    /** What a user-defined route may lead to. */
    public enum NextHopType {
        VIRTUAL_APPLIANCE("VirtualAppliance"),
        VIRTUAL_NETWORK_GATEWAY("VirtualNetworkGateway"),
        VNET_LOCAL("VnetLocal"),
        INTERNET("Internet"),
        NONE("None");

        private final String text;

        NextHopType(String text) {
            this.text = text;
        }

        /** As Azure writes it. */
        public String text() {
            return text;
        }
    }

    public UserDefinedRoute {
        checkArgument(
                appliance.isPresent() == (type == NextHopType.VIRTUAL_APPLIANCE),
                "only an appliance has an address: %s",
                prefix);
    }

    /** A route to an appliance. */
    public static UserDefinedRoute via(Prefix prefix, IpAddress appliance) {
        return new UserDefinedRoute(prefix, NextHopType.VIRTUAL_APPLIANCE, Optional.of(appliance));
    }

    /** A route to anything but an appliance. */
    public static UserDefinedRoute to(Prefix prefix, NextHopType type) {
        return new UserDefinedRoute(prefix, type, Optional.empty());
    }

    /** The next hop in words. */
    public String target() {
        return appliance.map(address -> type.text() + " " + address).orElse(type.text());
    }
}

package coldpotato.core.azure;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Puts a {@link VpnConnection} together; each method sets the component of the same name. */
public final class VpnConnectionBuilder {
    private final String name;
    private final String gateway;
    private Optional<PeeringLink> customer = Optional.empty();
    private Optional<String> otherGateway = Optional.empty();
    private VpnConnection.Over over = VpnConnection.Over.BEST_ROUTE;
    private Optional<IpAddress> address = Optional.empty();
    private boolean bgp = true;
    private ImmutableSet<Prefix> prefixes = ImmutableSet.of();
    private Optional<VpnConnection.BgpAddresses> bgpAddresses = Optional.empty();
    private int distance = 1;
    private boolean connected = true;

    VpnConnectionBuilder(String name, String gateway) {
        this.name = name;
        this.gateway = gateway;
    }

    VpnConnectionBuilder(VpnConnection from) {
        name = from.name();
        gateway = from.gateway();
        customer = from.customer();
        otherGateway = from.otherGateway();
        over = from.over();
        address = from.address();
        bgp = from.bgp();
        prefixes = from.prefixes();
        bgpAddresses = from.bgpAddresses();
        distance = from.distance();
        connected = from.connected();
    }

    public VpnConnectionBuilder customer(Optional<PeeringLink> value) {
        customer = value;
        return this;
    }

    public VpnConnectionBuilder otherGateway(Optional<String> value) {
        otherGateway = value;
        return this;
    }

    public VpnConnectionBuilder over(VpnConnection.Over value) {
        over = value;
        return this;
    }

    public VpnConnectionBuilder address(Optional<IpAddress> value) {
        address = value;
        return this;
    }

    public VpnConnectionBuilder bgp(boolean value) {
        bgp = value;
        return this;
    }

    public VpnConnectionBuilder prefixes(ImmutableSet<Prefix> value) {
        prefixes = value;
        return this;
    }

    public VpnConnectionBuilder bgpAddresses(Optional<VpnConnection.BgpAddresses> value) {
        bgpAddresses = value;
        return this;
    }

    public VpnConnectionBuilder distance(int value) {
        distance = value;
        return this;
    }

    public VpnConnectionBuilder connected(boolean value) {
        connected = value;
        return this;
    }

    public VpnConnection build() {
        return new VpnConnection(
                name, gateway, customer, otherGateway, over, address, bgp, prefixes, bgpAddresses, distance, connected);
    }
}

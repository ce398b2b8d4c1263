package coldpotato.core.azure;

import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Puts a {@link VirtualNetwork} together, or changes one. */
public final class VirtualNetworkBuilder {
    private final String name;
    private String region;
    private ImmutableSet<Prefix> prefixes;
    private Optional<Community> customCommunity;
    private Optional<ExpressRouteGateway> gateway;
    private Optional<VpnGateway> vpnGateway;
    private Optional<RouteServer> routeServer;
    private ImmutableMap<String, Subnet> subnets;
    private ImmutableSet<Prefix> summaries;

    VirtualNetworkBuilder(VirtualNetwork from) {
        name = from.name();
        region = from.region();
        prefixes = from.prefixes();
        customCommunity = from.customCommunity();
        gateway = from.gateway();
        vpnGateway = from.vpnGateway();
        routeServer = from.routeServer();
        subnets = from.subnets();
        summaries = from.summaries();
    }

    public VirtualNetworkBuilder region(String value) {
        region = value;
        return this;
    }

    public VirtualNetworkBuilder prefixes(ImmutableSet<Prefix> value) {
        prefixes = value;
        return this;
    }

    public VirtualNetworkBuilder customCommunity(Optional<Community> value) {
        customCommunity = value;
        return this;
    }

    public VirtualNetworkBuilder gateway(Optional<ExpressRouteGateway> value) {
        gateway = value;
        return this;
    }

    public VirtualNetworkBuilder vpnGateway(Optional<VpnGateway> value) {
        vpnGateway = value;
        return this;
    }

    public VirtualNetworkBuilder routeServer(Optional<RouteServer> value) {
        routeServer = value;
        return this;
    }

    public VirtualNetworkBuilder subnets(ImmutableMap<String, Subnet> value) {
        subnets = value;
        return this;
    }

    public VirtualNetworkBuilder summaries(ImmutableSet<Prefix> value) {
        summaries = value;
        return this;
    }

    public VirtualNetwork build() {
        return new VirtualNetwork(
                name, region, prefixes, customCommunity, gateway, vpnGateway, routeServer, subnets, summaries);
    }
}

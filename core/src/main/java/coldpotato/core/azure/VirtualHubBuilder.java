package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Puts a {@link VirtualHub} together; each method sets the component of the same name. */
public final class VirtualHubBuilder {
    private final String name;
    private final String region;
    private final Prefix prefix;
    private VirtualHub.Sku sku = VirtualHub.Sku.STANDARD;
    private VirtualHub.RoutingPreference routingPreference = VirtualHub.RoutingPreference.EXPRESSROUTE;
    private Optional<HubGateway> gateway = Optional.empty();
    private Optional<VpnGateway> vpnGateway = Optional.empty();
    private ImmutableList<HubRoute> routes = ImmutableList.of();
    private boolean privateRouting = false;

    VirtualHubBuilder(String name, String region, Prefix prefix) {
        this.name = name;
        this.region = region;
        this.prefix = prefix;
    }

    VirtualHubBuilder(VirtualHub from) {
        name = from.name();
        region = from.region();
        prefix = from.prefix();
        sku = from.sku();
        routingPreference = from.routingPreference();
        gateway = from.gateway();
        vpnGateway = from.vpnGateway();
        routes = from.routes();
        privateRouting = from.privateRouting();
    }

    public VirtualHubBuilder sku(VirtualHub.Sku value) {
        sku = value;
        return this;
    }

    public VirtualHubBuilder routingPreference(VirtualHub.RoutingPreference value) {
        routingPreference = value;
        return this;
    }

    public VirtualHubBuilder gateway(Optional<HubGateway> value) {
        gateway = value;
        return this;
    }

    public VirtualHubBuilder vpnGateway(Optional<VpnGateway> value) {
        vpnGateway = value;
        return this;
    }

    public VirtualHubBuilder routes(ImmutableList<HubRoute> value) {
        routes = value;
        return this;
    }

    public VirtualHubBuilder privateRouting(boolean value) {
        privateRouting = value;
        return this;
    }

    public VirtualHub build() {
        return new VirtualHub(
                name, region, prefix, sku, routingPreference, gateway, vpnGateway, routes, privateRouting);
    }
}

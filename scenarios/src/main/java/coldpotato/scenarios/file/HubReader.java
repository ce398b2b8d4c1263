package coldpotato.scenarios.file;

import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HubGateway;
import coldpotato.core.azure.HubRoute;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.function.Function;

/** The sections {@code hubs} and {@code hub-connections}: Virtual WAN. */
final class HubReader {
    private static final Key<Integer> SCALE_UNITS = Key.usual(
            "scale-units",
            Numbers.whole(1, 1000),
            "1",
            "of 2 Gbps each, at most " + Documented.HUB_SCALE_UNITS_MAX,
            "5");
    private static final Key<Boolean> REMOTE_NETWORKS = Key.usual(
            "allow-non-virtual-wan-traffic",
            Words.SWITCH,
            "off",
            "whether it takes routes of VNets outside Virtual WAN that it hears by way of a circuit",
            "on");
    private static final Shape GATEWAY = Shape.of("the ExpressRoute gateway of a hub", SCALE_UNITS, REMOTE_NETWORKS);

    private static final Key<Prefix> DESTINATION =
            Key.required("prefix", Nets.PREFIX, "where the route leads", "10.60.0.0/16");
    private static final Key<String> VIA = Key.required(
            "connection",
            Words.reference(NameKind.HUB_CONNECTION),
            "the hub connection whose VNet has the next hop",
            "spoke-west");
    private static final Key<IpAddress> NEXT_HOP = Key.optional(
            "next-hop",
            Nets.ADDRESS,
            "the VNet itself delivers",
            "an address in that VNet, as an appliance's",
            "10.21.0.4");
    private static final Shape ROUTE = Shape.of("a static route of a hub", DESTINATION, VIA, NEXT_HOP);

    private static final Key<String> REGION =
            Key.required("region", AzureReader.REGION_NAME.map(Region::name), "Azure region", "West Europe");
    private static final Key<Prefix> PREFIX =
            Key.required("prefix", Nets.PREFIX, "the hub's own address space", "10.100.0.0/23");
    private static final Key<VirtualHub.Sku> SKU = Key.usual(
            "sku",
            words(VirtualHub.Sku.values(), VirtualHub.Sku::text),
            "Standard",
            "of the Virtual WAN; Basic has site-to-site VPN only",
            "Basic");
    static final Value<RoutingPreference> PREFERENCE = words(RoutingPreference.values(), RoutingPreference::text);
    private static final Key<RoutingPreference> ROUTING_PREFERENCE = Key.usual(
            "routing-preference",
            PREFERENCE,
            "expressroute",
            "how its router chooses between routes for one prefix",
            "as-path");
    private static final Key<Fields> GATEWAY_KEY = Key.optional(
            "gateway", GATEWAY.value(), "none", "its ExpressRoute gateway, two instances", "{scale-units: 2}");
    static final Key<ImmutableList<Fields>> ROUTES = Key.optional(
            "routes",
            Value.list(ROUTE.value()),
            "none",
            "static routes of its route table; they come before what BGP says",
            "[{prefix: 10.60.0.0/16, connection: spoke-west, next-hop: 10.21.0.4}]");
    private static final Key<Boolean> PRIVATE_ROUTING = Key.usual(
            "routing-intent",
            Words.choice(ImmutableMap.of("none", false, "private", true), false),
            "none",
            "private for a private routing policy, which makes other hubs prefer its routes; the firewall itself is not modelled",
            "private");
    static final Shape HUB = Shape.of(
            "a virtual hub",
            REGION,
            PREFIX,
            SKU,
            ROUTING_PREFERENCE,
            GATEWAY_KEY,
            VpnReader.HUB_GATEWAY_KEY,
            ROUTES,
            PRIVATE_ROUTING);

    private static final Key<String> CONNECTED_HUB =
            Key.required("hub", Words.reference(NameKind.HUB), "the hub", "hub-we");
    private static final Key<String> CONNECTED_VNET =
            Key.required("vnet", Words.reference(NameKind.VIRTUAL_NETWORK), "the virtual network", "spoke1");
    private static final Key<Boolean> DEFAULT_ROUTE = Key.usual(
            "propagate-default-route",
            Words.SWITCH,
            "off",
            "whether the VNet is told of a default route that the hub has",
            "on");
    static final Shape HUB_CONNECTION =
            Shape.of("a connection of a VNet to a hub", CONNECTED_HUB, CONNECTED_VNET, DEFAULT_ROUTE);

    private HubReader() {}

    static VirtualHub hub(String name, Fields fields) {
        return VirtualHub.builder(name, fields.get(REGION), fields.get(PREFIX))
                .sku(fields.get(SKU))
                .routingPreference(fields.get(ROUTING_PREFERENCE))
                .gateway(fields.find(GATEWAY_KEY)
                        .map(gateway -> new HubGateway(gateway.get(SCALE_UNITS), gateway.get(REMOTE_NETWORKS))))
                .vpnGateway(fields.find(VpnReader.HUB_GATEWAY_KEY).map(VpnReader::hubGateway))
                .routes(routes(fields.find(ROUTES).orElse(ImmutableList.of())))
                .privateRouting(fields.get(PRIVATE_ROUTING))
                .build();
    }

    static HubConnection hubConnection(String name, Fields fields) {
        return new HubConnection(
                name, fields.get(CONNECTED_HUB), fields.get(CONNECTED_VNET), fields.get(DEFAULT_ROUTE));
    }

    static ImmutableList<HubRoute> routes(ImmutableList<Fields> routes) {
        return routes.stream().map(HubReader::route).collect(ImmutableList.toImmutableList());
    }

    private static HubRoute route(Fields fields) {
        return new HubRoute(fields.get(DESTINATION), fields.get(VIA), fields.find(NEXT_HOP));
    }

    private static <T> Value<T> words(T[] values, Function<T, String> text) {
        return Words.choice(
                Arrays.stream(values).collect(ImmutableMap.toImmutableMap(text, Function.identity())), values[0]);
    }
}

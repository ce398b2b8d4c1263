package coldpotato.scenarios.file;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.UserDefinedRoute.NextHopType;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Subnets of VNets, and the sections {@code route-tables}, {@code appliances} and {@code vnet-peerings}. */
final class SubnetReader {
    private static final ImmutableMap<String, NextHopType> NEXT_HOP_TYPES = ImmutableMap.of(
            "none", NextHopType.NONE,
            "internet", NextHopType.INTERNET,
            "vnet-local", NextHopType.VNET_LOCAL,
            "virtual-network-gateway", NextHopType.VIRTUAL_NETWORK_GATEWAY);

    private static final Key<ImmutableSet<Prefix>> SUBNET_PREFIXES =
            Key.required("prefixes", Nets.PREFIXES, "inside the address spaces of the VNet", "[10.20.1.0/24]");
    private static final Key<String> SUBNET_ROUTE_TABLE = Key.optional(
            "route-table",
            Words.reference(NameKind.ROUTE_TABLE),
            "none",
            "the route table that is attached to it",
            "to-firewall");
    private static final Key<ImmutableSet<String>> SERVICE_ENDPOINTS = Key.optional(
            "service-endpoints",
            Words.references(NameKind.SERVICE),
            "none",
            "public services that it reaches directly, whatever its default route says",
            "[storage]");
    static final Shape SUBNET = Shape.of("a subnet", SUBNET_PREFIXES, SUBNET_ROUTE_TABLE, SERVICE_ENDPOINTS);

    static final Key<Prefix> ROUTE_PREFIX = Key.required("prefix", Nets.PREFIX, "where to", "0.0.0.0/0");
    static final Value<UserDefinedRoute> TARGET = Value.scalar(
            new Form.Text(
                    "address of an appliance, or one of " + String.join(", ", NEXT_HOP_TYPES.keySet()),
                    "[0-9A-Fa-f:.]+|" + String.join("|", NEXT_HOP_TYPES.keySet()),
                    false),
            UserDefinedRoute.to(Prefix.DEFAULT_IPV4, NextHopType.NONE),
            (scalar, wrong) -> {
                Optional<UserDefinedRoute> target = target(scalar.text());
                if (target.isEmpty()) {
                    wrong.accept(Quoted.of(scalar.text()) + " is neither the address of an appliance nor one of "
                            + String.join(", ", NEXT_HOP_TYPES.keySet())
                            + Spelling.hint(scalar.text(), NEXT_HOP_TYPES.keySet()));
                }
                return target;
            });
    private static final Key<UserDefinedRoute> ROUTE_TARGET =
            Key.required("next-hop", TARGET, "where packets are sent", "10.20.0.4");
    static final Shape ROUTE = Shape.of("a user-defined route", ROUTE_PREFIX, ROUTE_TARGET);

    private static final Key<ImmutableList<Fields>> ROUTES =
            Key.optional("routes", Value.list(ROUTE.value()), "none", "user-defined routes (UDR)", "[]");
    private static final Key<Boolean> PROPAGATION =
            Key.usual("propagation", Words.SWITCH, "on", "whether its subnets also take the routes of gateways", "off");
    static final Shape ROUTE_TABLE = Shape.of("a route table", ROUTES, PROPAGATION);

    private static final Key<String> APPLIANCE_VNET =
            Key.required("vnet", Words.reference(NameKind.VIRTUAL_NETWORK), "where it stands", "hub");
    private static final Key<IpAddress> APPLIANCE_ADDRESS = Key.required(
            "address", Nets.ADDRESS, "its address in the VNet, the next hop of user-defined routes", "10.20.0.4");
    private static final Key<Boolean> STATEFUL = Key.usual(
            "stateful",
            Words.SWITCH,
            "off",
            "whether it is a firewall that drops packets of flows it does not know, such as Azure Firewall",
            "on");
    static final Shape APPLIANCE = Shape.of(
            "an appliance",
            ImmutableList.<Key<?>>builder()
                    .add(APPLIANCE_VNET, APPLIANCE_ADDRESS, STATEFUL)
                    .addAll(FirewallReader.KEYS)
                    .addAll(ApplianceBgpReader.KEYS)
                    .build());

    private static final Key<String> PEERING_HUB = Key.required(
            "hub", Words.reference(NameKind.VIRTUAL_NETWORK), "one VNet, the one that may lend its gateways", "hub");
    private static final Key<String> PEERING_SPOKE =
            Key.required("spoke", Words.reference(NameKind.VIRTUAL_NETWORK), "the other VNet", "spoke1");
    private static final Key<Boolean> GATEWAY_TRANSIT = Key.usual(
            "allow-gateway-transit", Words.SWITCH, "off", "set at the hub: the spoke may use its gateways", "on");
    private static final Key<Boolean> REMOTE_GATEWAYS = Key.usual(
            "use-remote-gateways", Words.SWITCH, "off", "set at the spoke: it uses the gateways of the hub", "on");
    static final Shape PEERING =
            Shape.of("a VNet peering", PEERING_HUB, PEERING_SPOKE, GATEWAY_TRANSIT, REMOTE_GATEWAYS);

    private SubnetReader() {}

    static Subnet subnet(String name, Fields fields) {
        return new Subnet(
                name,
                fields.get(SUBNET_PREFIXES),
                fields.find(SUBNET_ROUTE_TABLE),
                fields.find(SERVICE_ENDPOINTS).orElse(ImmutableSet.of()));
    }

    static SubnetRouteTable routeTable(String name, Fields fields) {
        Map<Prefix, UserDefinedRoute> routes = new LinkedHashMap<>();
        for (Fields route : fields.find(ROUTES).orElse(ImmutableList.of())) {
            Prefix prefix = route.get(ROUTE_PREFIX);
            if (routes.put(prefix, route(prefix, route.get(ROUTE_TARGET))) != null) {
                route.wrong(ROUTE_PREFIX, name + " has another route for " + prefix);
            }
        }
        return new SubnetRouteTable(name, ImmutableMap.copyOf(routes), fields.get(PROPAGATION));
    }

    /** The same next hop for a prefix. */
    static UserDefinedRoute route(Prefix prefix, UserDefinedRoute target) {
        return new UserDefinedRoute(prefix, target.type(), target.appliance());
    }

    static Appliance appliance(String name, Fields fields) {
        boolean stateful = fields.get(STATEFUL);
        return new Appliance(
                name,
                fields.get(APPLIANCE_VNET),
                fields.get(APPLIANCE_ADDRESS),
                stateful ? Optional.of(FirewallReader.terms(fields, true)) : Optional.empty(),
                stateful ? FirewallReader.stateGroup(name, fields) : name,
                ApplianceBgpReader.bgp(fields));
    }

    static VirtualNetworkPeering peering(String name, Fields fields) {
        return new VirtualNetworkPeering(
                name,
                fields.get(PEERING_HUB),
                fields.get(PEERING_SPOKE),
                fields.get(GATEWAY_TRANSIT),
                fields.get(REMOTE_GATEWAYS));
    }

    private static Optional<UserDefinedRoute> target(String text) {
        return Optional.ofNullable(NEXT_HOP_TYPES.get(text))
                .map(type -> UserDefinedRoute.to(Prefix.DEFAULT_IPV4, type))
                .or(() -> IpAddress.tryParse(text).map(address -> UserDefinedRoute.via(Prefix.DEFAULT_IPV4, address)));
    }
}

package coldpotato.scenarios.file;

import coldpotato.core.azure.Documented;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;

/** The section {@code vnets}: virtual networks with their gateways. */
final class VnetReader {
    private static final Key<String> GATEWAY_SKU =
            Key.usual("sku", Words.TEXT, "ErGw1AZ", "SKU of the ExpressRoute gateway", "ErGw2AZ");
    private static final Key<Integer> SCALE_UNITS = Key.usual(
            "scale-units",
            Numbers.whole(1, 1000),
            "1",
            "scale units of ErGwScale, at most " + GatewaySku.SCALE_UNITS_MAX,
            "10");
    private static final Key<LocalDate> CREATED = Key.usual(
            "created",
            Quantities.DATE,
            "2025-01-01",
            "what passes by way of a circuit unless the next keys say so depends on it",
            "2023-06-01");
    private static final String TAKEN_BY_DEFAULT =
            "off; on for a gateway created before " + Documented.REMOTE_TRAFFIC_OFF_SINCE;
    private static final Key<Boolean> REMOTE_VNETS = Key.optional(
            "allow-remote-vnet-traffic",
            Words.SWITCH,
            TAKEN_BY_DEFAULT,
            "whether it takes routes of other VNets that it hears by way of a circuit",
            "on");
    private static final Key<Boolean> VIRTUAL_WAN = Key.optional(
            "allow-virtual-wan-traffic",
            Words.SWITCH,
            TAKEN_BY_DEFAULT,
            "whether it takes routes of Virtual WAN that it hears by way of a circuit",
            "on");
    static final Shape GATEWAY = Shape.of("a gateway", GATEWAY_SKU, SCALE_UNITS, CREATED, REMOTE_VNETS, VIRTUAL_WAN);

    private static final Key<String> REGION =
            Key.required("region", AzureReader.REGION_NAME.map(Region::name), "Azure region", "West Europe");
    private static final Key<ImmutableSet<Prefix>> VNET_PREFIXES =
            Key.required("prefixes", Nets.PREFIXES, "its address spaces, announced whole", "[10.20.0.0/16]");
    private static final Key<Community> CUSTOM_COMMUNITY = Key.optional(
            "community",
            Nets.COMMUNITY,
            "no community is shown",
            "custom value 12076:20000 to 12076:49999; with it the region's value is shown too",
            "12076:20001");
    private static final Key<Fields> GATEWAY_KEY = Key.optional(
            "gateway", GATEWAY.value(), "none", "its ExpressRoute gateway, two instances", "{sku: ErGw1AZ}");
    private static final Key<ImmutableMap<String, Fields>> SUBNETS = Key.optional(
            "subnets",
            Value.free("subnet", SubnetReader.SUBNET.value()),
            "its hosts have the routes that every subnet has",
            "those of its subnets that differ from the rest; the gateways stand in `GatewaySubnet`",
            "{app: {prefixes: [10.20.1.0/24], route-table: to-firewall}}");
    private static final Key<ImmutableSet<Prefix>> SUMMARIES = Key.optional(
            "summarized-gateway-prefixes",
            Nets.PREFIXES,
            "none",
            "what its gateways announce in place of the address spaces that these cover",
            "[10.20.0.0/14]");
    private static final Key<Fields> ROUTE_SERVER = Key.optional(
            "route-server",
            RouteServerReader.ROUTE_SERVER.value(),
            "none",
            "its Azure Route Server, two instances of AS 65515",
            "{branch-to-branch: on}");
    static final Shape VNET = Shape.of(
            "a virtual network",
            REGION,
            VNET_PREFIXES,
            CUSTOM_COMMUNITY,
            GATEWAY_KEY,
            VpnReader.GATEWAY_KEY,
            ROUTE_SERVER,
            SUBNETS,
            SUMMARIES);

    private VnetReader() {}

    static VirtualNetwork virtualNetwork(String name, Fields fields) {
        return VirtualNetwork.builder(name, fields.get(REGION))
                .prefixes(fields.get(VNET_PREFIXES))
                .customCommunity(fields.find(CUSTOM_COMMUNITY))
                .gateway(fields.find(GATEWAY_KEY).map(VnetReader::gateway))
                .vpnGateway(fields.find(VpnReader.GATEWAY_KEY).map(VpnReader::gateway))
                .routeServer(fields.find(ROUTE_SERVER).map(RouteServerReader::routeServer))
                .subnets(Entries.read(fields.find(SUBNETS), SubnetReader::subnet))
                .summaries(fields.find(SUMMARIES).orElse(ImmutableSet.of()))
                .build();
    }

    private static ExpressRouteGateway gateway(Fields fields) {
        String sku = fields.get(GATEWAY_SKU);
        if (fields.has(SCALE_UNITS) && !sku.equals(GatewaySku.SCALE)) {
            fields.wrong(SCALE_UNITS, "only " + GatewaySku.SCALE + " has scale units, " + sku + " has none");
        }
        boolean takes = fields.get(CREATED).isBefore(Documented.REMOTE_TRAFFIC_OFF_SINCE);
        return new ExpressRouteGateway(
                sku,
                fields.get(SCALE_UNITS),
                fields.find(REMOTE_VNETS).orElse(takes),
                fields.find(VIRTUAL_WAN).orElse(takes));
    }
}

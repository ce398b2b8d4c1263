package coldpotato.scenarios.file;

import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnConnection.BgpAddresses;
import coldpotato.core.azure.VpnConnection.Over;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.VpnSku;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;

/** The key {@code vpn-gateway} of a VNet or hub, and the section {@code vpn-connections}. */
final class VpnReader {
    static final Value<Protocol> PROTOCOL = Words.choice(
            ImmutableMap.of("sstp", Protocol.SSTP, "ikev2", Protocol.IKEV2, "openvpn", Protocol.OPENVPN),
            Protocol.IKEV2);

    private static final Key<ImmutableList<Protocol>> PROTOCOLS =
            Key.required("protocols", Value.list(PROTOCOL), "what it speaks with the computers", "[sstp, ikev2]");
    private static final Key<Prefix> ADDRESS_POOL =
            Key.required("address-pool", Nets.PREFIX, "where their addresses come from", "172.16.0.0/23");
    static final Shape POINT_TO_SITE = Shape.of("point-to-site", PROTOCOLS, ADDRESS_POOL);

    static final Value<String> SIZE =
            Words.listed("a VPN gateway SKU", VpnSku.catalogue()).map(VpnSku::name);

    private static final Key<String> SKU = Key.usual("sku", SIZE, "VpnGw1", "SKU of the VPN gateway", "VpnGw2AZ");
    private static final Key<Asn> ASN = Key.usual("asn", Nets.ASN, "65515", "its AS number", "65010");
    private static final Key<Boolean> ACTIVE_ACTIVE = Key.usual(
            "active-active",
            Words.SWITCH,
            "off",
            "whether both instances have tunnels; otherwise the second one waits and is no node of its own",
            "on");
    private static final Key<Boolean> BGP = Key.usual("bgp", Words.SWITCH, "on", "whether it speaks BGP", "off");
    private static final Key<Boolean> ROUTE_BASED = Key.usual(
            "type",
            Words.choice(ImmutableMap.of("route-based", true, "policy-based", false), true),
            "route-based",
            "route-based or policy-based",
            "policy-based");
    private static final Key<ImmutableList<IpAddress>> PUBLIC_ADDRESSES = Key.optional(
            "public-addresses",
            Value.list(Nets.ADDRESS),
            "the model numbers them",
            "public addresses of its instances",
            "[20.50.1.4, 20.50.1.5]");
    private static final Key<Fields> P2S = Key.optional(
            "point-to-site",
            POINT_TO_SITE.value(),
            "no computers connect to it",
            "how single computers connect to it",
            "{protocols: [ikev2], address-pool: 172.16.0.0/24}");
    static final Shape GATEWAY =
            Shape.of("a VPN gateway", SKU, ASN, ACTIVE_ACTIVE, BGP, ROUTE_BASED, PUBLIC_ADDRESSES, P2S);

    /** For whatever may have a VPN gateway. */
    static final Key<Fields> GATEWAY_KEY =
            Key.optional("vpn-gateway", GATEWAY.value(), "none", "its VPN gateway", "{sku: VpnGw1, active-active: on}");

    /** That of a hub always has two active instances and BGP. */
    private static final Shape HUB_GATEWAY = Shape.of("the VPN gateway of a hub", ASN, PUBLIC_ADDRESSES, P2S);

    static final Key<Fields> HUB_GATEWAY_KEY = Key.optional(
            "vpn-gateway",
            HUB_GATEWAY.value(),
            "none",
            "its VPN gateway, two active instances",
            "{point-to-site: {protocols: [ikev2], address-pool: 172.16.0.0/24}}");

    private static final Key<String> VNET = Key.optional(
            "vnet",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "needed unless hub says it",
            "the virtual network whose VPN gateway is connected",
            "hub");
    private static final Key<String> HUB = Key.optional(
            "hub",
            Words.reference(NameKind.HUB),
            "needed unless vnet says it",
            "the virtual hub whose VPN gateway is connected",
            "hub-west");
    private static final Key<String> ROUTER = Key.optional(
            "router",
            Words.reference(NameKind.ROUTER),
            "needed unless to says the other end",
            "the customer's router at the other end",
            "ce1");
    private static final Key<String> TO = Key.optional(
            "to",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "needed unless router says the other end",
            "the virtual network whose VPN gateway is the other end",
            "spoke");
    private static final Key<Over> OVER = Key.usual(
            "over",
            Words.choice(
                    ImmutableMap.of(
                            "best-route", Over.BEST_ROUTE,
                            "internet", Over.INTERNET,
                            "microsoft-peering", Over.MICROSOFT_PEERING),
                    Over.BEST_ROUTE),
            "best-route",
            "which way the tunnel's packets take: best-route as the router's table says, which may be Microsoft peering;"
                    + " internet by a host route over the router's Internet link only; microsoft-peering from the router's"
                    + " address on that link. Without any internet-links and Microsoft peering what carries it never fails",
            "internet");
    private static final Key<IpAddress> ADDRESS = Key.optional(
            "address",
            Nets.ADDRESS,
            "the router's end of its Internet link, or of its Microsoft peering; with several links of Microsoft peering one at the"
                    + " end of an advertised public prefix",
            "the router's public address; the site must announce it",
            "203.0.113.1");
    private static final Key<Boolean> CONNECTION_BGP =
            Key.usual("bgp", Words.SWITCH, "on", "BGP inside the tunnel; off for static routes at both ends", "off");
    private static final Key<ImmutableSet<Prefix>> PREFIXES = Key.optional(
            "prefixes",
            Nets.PREFIXES,
            "none",
            "address ranges of the local network gateway: what Azure routes here without BGP",
            "[10.30.0.0/16]");
    private static final Key<IpAddress> GATEWAY_BGP_ADDRESS = Key.optional(
            "gateway-bgp-address",
            Nets.ADDRESS,
            "the model numbers it",
            "custom BGP address of the gateway, 169.254.21.0 to 169.254.22.255; those of its second instance are 4 more, at both ends",
            "169.254.21.2");
    private static final Key<IpAddress> ROUTER_BGP_ADDRESS = Key.optional(
            "router-bgp-address",
            Nets.ADDRESS,
            "the model numbers it",
            "BGP address of the router, needed with gateway-bgp-address",
            "169.254.21.1");
    private static final Key<Integer> DISTANCE = Key.usual(
            "distance",
            Numbers.whole(1, 254),
            "1",
            "administrative distance of the router's static routes to the gateway's ranges, with bgp: off; BGP has 20",
            "250");
    private static final Key<Boolean> CONNECTED = Key.usual(
            "connected",
            Words.SWITCH,
            "on",
            "off for a connection that the timeline makes later, with connect-vpn",
            "off");

    static final Shape CONNECTION = Shape.of(
            "a VPN connection",
            ImmutableList.<Key<?>>builder()
                    .add(VNET, HUB, ROUTER, TO, OVER, ADDRESS, CONNECTION_BGP, PREFIXES)
                    .add(GATEWAY_BGP_ADDRESS, ROUTER_BGP_ADDRESS, DISTANCE, CONNECTED)
                    .addAll(PeeringLinkReader.ROUTER_SETTINGS)
                    .build());

    private VpnReader() {}

    static VpnGateway gateway(Fields fields) {
        return VpnGateway.builder(fields.get(SKU))
                .asn(fields.get(ASN))
                .activeActive(fields.get(ACTIVE_ACTIVE))
                .bgp(fields.get(BGP))
                .routeBased(fields.get(ROUTE_BASED))
                .publicAddresses(fields.find(PUBLIC_ADDRESSES).orElse(ImmutableList.of()))
                .pointToSite(fields.find(P2S).map(VpnReader::pointToSite))
                .build();
    }

    static VpnGateway hubGateway(Fields fields) {
        return VpnGateway.ofHub(
                fields.get(ASN),
                fields.find(PUBLIC_ADDRESSES).orElse(ImmutableList.of()),
                fields.find(P2S).map(VpnReader::pointToSite));
    }

    private static PointToSite pointToSite(Fields fields) {
        return new PointToSite(Sets.immutableEnumSet(fields.get(PROTOCOLS)), fields.get(ADDRESS_POOL));
    }

    static VpnConnection connection(String name, Fields fields) {
        if (fields.has(VNET) == fields.has(HUB)) {
            fields.reading().wrong(fields.place(), "say whose gateway it is: vnet or hub, one of them");
        }
        if (fields.has(ROUTER) == fields.has(TO)) {
            fields.reading().wrong(fields.place(), "say what the other end is: router or to, one of them");
        }
        return VpnConnection.builder(
                        name, fields.find(VNET).or(() -> fields.find(HUB)).orElse(""))
                .customer(fields.find(ROUTER).map(router -> customer(router, fields)))
                .otherGateway(fields.find(TO))
                .over(fields.get(OVER))
                .address(fields.find(ADDRESS))
                .bgp(fields.get(CONNECTION_BGP))
                .prefixes(fields.find(PREFIXES).orElse(ImmutableSet.of()))
                .bgpAddresses(bgpAddresses(fields))
                .distance(fields.get(DISTANCE))
                .connected(fields.get(CONNECTED))
                .build();
    }

    private static PeeringLink customer(String router, Fields fields) {
        return PeeringLinkReader.settings(PeeringLink.builder(router), fields).build();
    }

    private static Optional<BgpAddresses> bgpAddresses(Fields fields) {
        if (fields.has(GATEWAY_BGP_ADDRESS) != fields.has(ROUTER_BGP_ADDRESS)) {
            fields.reading().wrong(fields.place(), "gateway-bgp-address and router-bgp-address go together");
        }
        return fields.find(GATEWAY_BGP_ADDRESS)
                .flatMap(gateway -> fields.find(ROUTER_BGP_ADDRESS).map(router -> new BgpAddresses(gateway, router)));
    }
}

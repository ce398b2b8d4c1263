package coldpotato.core.azure;

import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Numbers that the documents give, each with its document. What they leave open is in {@link Assumptions}. */
public final class Documented {
    /** MSEE, fixed; the lower of both ends counts: {@link Document#FAQS}, {@link Document#BFD}. */
    public static final long HOLD_NANOS = Durations.seconds(180);

    /** MSEE, fixed: {@link Document#FAQS}. */
    public static final long KEEPALIVE_NANOS = Durations.seconds(60);

    /** Shortest hold time that customers may ask MSEEs for: {@link Document#BFD}. */
    public static final long CUSTOMER_HOLD_MIN_NANOS = Durations.seconds(10);

    /** Shortest keepalive interval that customers may ask MSEEs for: {@link Document#BFD}. */
    public static final long CUSTOMER_KEEPALIVE_MIN_NANOS = Durations.seconds(3);

    /** MSEE, both directions; the slower end sets the pace: {@link Document#BFD}. */
    public static final long BFD_INTERVAL_NANOS = Durations.millis(300);

    /** MSEEs, on every peering: {@link Document#ROUTING}. */
    public static final Asn MSEE_ASN = Asn.MICROSOFT;

    /** ExpressRoute gateways: connectivity-interoperability-control-plane.md. */
    public static final Asn GATEWAY_ASN = new Asn(65515);

    /** First AS number of the range kept for Azure: {@link Document#PEERING_SETTINGS}. */
    public static final Asn RESERVED_ASN_FIRST = new Asn(65515);

    /** Last AS number of the range kept for Azure: {@link Document#PEERING_SETTINGS}. */
    public static final Asn RESERVED_ASN_LAST = new Asn(65520);

    /** Kept by Azure (public, then private) and by IANA: {@link Document#ROUTE_SERVER_FAQ}. */
    private static final ImmutableRangeSet<Long> RESERVED_ASNS = ImmutableRangeSet.unionOf(ImmutableList.of(
            Range.closed(8_074L, 8_075L),
            Range.singleton(12_076L),
            Range.singleton(65_515L),
            Range.closed(65_517L, 65_520L),
            Range.singleton(23_456L),
            Range.closed(64_496L, 64_511L),
            Range.closed(65_535L, 65_551L)));

    /** Microsoft's public network, as the Internet sees it: internet-peering policy. */
    public static final Asn PUBLIC_ASN = new Asn(8075);

    /** What a VNet's own routes drop unless a gateway or the user knows better: {@link Document#UDR}. */
    public static final ImmutableList<Prefix> DROPPED_BY_DEFAULT = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
            .map(Prefix::parse)
            .collect(ImmutableList.toImmutableList());

    /** Circuits created after this day have BFD on private peering: {@link Document#RESET_PEERING}. */
    public static final LocalDate BFD_ON_PRIVATE_AFTER = LocalDate.of(2018, 8, 1);

    /** Circuits created after this day have BFD on Microsoft peering: {@link Document#RESET_PEERING}. */
    public static final LocalDate BFD_ON_MICROSOFT_AFTER = LocalDate.of(2019, 10, 1);

    /** Microsoft peering set up from this day on announces nothing without a filter: {@link Document#ROUTE_FILTER}. */
    public static final LocalDate ROUTE_FILTER_SINCE = LocalDate.of(2017, 8, 1);

    /** Highest routing weight of a connection; 0 is the lowest and the default: {@link Document#LINK_VNET}. */
    public static final int WEIGHT_MAX = 32000;

    /** Circuits that one VNet's traffic is spread over: {@link Document#FAQS}. */
    public static final int ECMP_CIRCUITS_MAX = 4;

    /** Letters and digits of an MD5 key: {@link Document#PEERING_SETTINGS}. */
    public static final int MD5_KEY_MAX = 25;

    /** Address spaces that a VNet may have when a connection is made: {@link Document#LINK_VNET}. */
    public static final int ADDRESS_SPACES_AT_CONNECTION_MAX = 200;

    /** A rate-limited circuit of ExpressRoute Direct is cut when a link exceeds its bandwidth by more: {@link Document#RATE_LIMIT}. */
    public static final int RATE_LIMIT_TOLERANCE_PERCENT = 20;

    /** Circuits that a subscription may have unless it asks for more: {@link Document#FAQS}. */
    public static final int CIRCUITS_MAX = 50;

    /** Circuits that a subscription may have in one region: {@link Document#FAQS}. */
    public static final int CIRCUITS_IN_REGION_MAX = 10;

    /** How often AS 12076 is prepended at a device in maintenance: {@link Document#MAINTENANCE}. */
    public static final int MAINTENANCE_PREPENDS = 8;
    /** A VPN gateway ends a session on which it learns more: {@link Document#VPN_BGP}. */
    public static final int VPN_PREFIXES_MAX = 4_000;

    /** Weight of an ExpressRoute route at a VPN gateway: use-s2s-vpn-as-backup-for-expressroute-privatepeering.md. */
    public static final long EXPRESSROUTE_WEIGHT = 32_769;

    /** Weight of a VPN route at a VPN gateway: use-s2s-vpn-as-backup-for-expressroute-privatepeering.md. */
    public static final long VPN_WEIGHT = 32_768;

    /** Highest AS number that a VPN gateway and its neighbours may have: {@link Document#VPN_BGP}. */
    public static final long VPN_ASN_MAX = 65_535;

    /** Custom addresses of BGP neighbours come from here: {@link Document#VPN_CUSTOM_ADDRESSES}. */
    public static final IpAddress VPN_CUSTOM_ADDRESS_FIRST = IpAddress.parse("169.254.21.0");

    /** Custom addresses of BGP neighbours come from here: {@link Document#VPN_CUSTOM_ADDRESSES}. */
    public static final IpAddress VPN_CUSTOM_ADDRESS_LAST = IpAddress.parse("169.254.22.255");

    /** What one tunnel carries at most: {@link Document#VPN_SKUS}. */
    public static final long VPN_TUNNEL_MBPS = 1_000;

    /** What all tunnels of a virtual hub's VPN gateway carry together: {@link Document#VWAN_LIMITS}. */
    public static final long HUB_VPN_MBPS = 20_000;

    /** What all computers carry that are connected to a virtual hub: {@link Document#VWAN_LIMITS}. */
    public static final long HUB_CLIENTS_MBPS = 200_000;

    /** Computers connected by SSTP, whatever the SKU: {@link Document#VPN_PROTOCOLS}. */
    public static final int SSTP_CLIENTS_MAX = 128;

    /** Scale units of 2 Gbps that the ExpressRoute gateway of a virtual hub may have: {@link Document#VWAN_EXPRESSROUTE}. */
    public static final int HUB_SCALE_UNITS_MAX = 10;

    /** What each of them carries: {@link Document#VWAN_EXPRESSROUTE}. */
    public static final long HUB_SCALE_UNIT_MBPS = 2_000;

    /** Of these, circuits at one peering location: {@link Document#VWAN_EXPRESSROUTE}. */
    public static final int CIRCUITS_PER_HUB_AND_LOCATION = 4;

    /** VPN connections that a virtual hub takes: {@link Document#VWAN_LIMITS}. */
    public static final int BRANCHES_PER_HUB = 1_000;

    /** Computers that may be connected to a virtual hub: {@link Document#VWAN_LIMITS}. */
    public static final int CLIENTS_PER_HUB = 100_000;

    /** VNets that a virtual hub takes, less one for each hub: {@link Document#VWAN_LIMITS}. */
    public static final int VNETS_PER_HUB = 500;

    /** Routes that a virtual hub takes from everything connected to it: {@link Document#VWAN_LIMITS}. */
    public static final int ROUTES_PER_HUB = 10_000;

    /** Scale units from which a virtual hub has FastPath for circuits of Direct: {@link Document#FAQS}. */
    public static final int HUB_FAST_PATH_SCALE_UNITS = 5;

    /** What a virtual hub prepends towards other hubs: {@link Document#VWAN_PREFERENCE}. */
    public static final Asn HUB_ASN = new Asn(65520);

    /** How often a virtual hub prepends it towards other hubs: {@link Document#VWAN_PREFERENCE}. */
    public static final int HUB_PREPENDS = 2;

    /** User-defined routes in one table: {@link Document#VNET_LIMITS}. */
    public static final int ROUTES_PER_TABLE_MAX = 400;

    /** Route tables of a subscription in a region: {@link Document#VNET_LIMITS}. */
    public static final int ROUTE_TABLES_MAX = 200;

    /** VNets that one with an ExpressRoute gateway may be peered with: {@link Document#GATEWAYS}. */
    public static final int PEERS_OF_GATEWAY_VNET_MAX = 500;

    /** Longest gateway subnet that holds an ExpressRoute and a VPN gateway: {@link Document#COEXIST_PORTAL}. */
    public static final int GATEWAY_SUBNET_LENGTH_MAX = 27;

    /** Circuits from which a gateway subnet has to be larger: {@link Document#GATEWAYS}. */
    public static final int CIRCUITS_THAT_NEED_ROOM = 16;

    /** Longest prefix of the gateway subnet of as many circuits: {@link Document#GATEWAYS}. */
    public static final int GATEWAY_SUBNET_LENGTH_OF_MANY_MAX = 26;

    /** Appliances that a Route Server peers with: {@link Document#ROUTE_SERVER_LIMITS}. */
    public static final int ROUTE_SERVER_PEERS_MAX = 8;

    /** Routes that an appliance may tell a Route Server; more end the session: {@link Document#ROUTE_SERVER_LIMITS}. */
    public static final int ROUTES_TO_ROUTE_SERVER_MAX = 1_000;
    /** Gateways older than this day take the routes of other VNets unless told otherwise: community posts on the setting. */
    public static final LocalDate REMOTE_TRAFFIC_OFF_SINCE = LocalDate.of(2024, 5, 1);

    /** Communities of Microsoft 365, which need an authorization: {@link Document#ROUTE_FILTER}. */
    public static final ImmutableSet<Community> MICROSOFT_365 = ImmutableSet.of(
            Community.parse("12076:5010"),
            Community.parse("12076:5020"),
            Community.parse("12076:5030"),
            Community.parse("12076:5100"));

    private Documented() {}

    /** AS numbers that no peer of a Route Server or VPN gateway may have: {@link Document#ROUTE_SERVER_FAQ}. */
    public static boolean isReservedByAzure(Asn asn) {
        return RESERVED_ASNS.contains(asn.value());
    }

    /** Whether a circuit created on this day has BFD on its peering unless told otherwise. */
    public static boolean bfdByDefault(PeeringKind kind, LocalDate created) {
        return switch (kind) {
            case PRIVATE -> created.isAfter(BFD_ON_PRIVATE_AFTER);
            case MICROSOFT -> created.isAfter(BFD_ON_MICROSOFT_AFTER);
        };
    }

    /** Most prefixes that a customer may announce on one session: {@link Document#ROUTING}, {@link Document#FAQS}. */
    public static int prefixesFromCustomerMax(PeeringKind kind, Circuit.Sku sku, Family family) {
        return switch (kind) {
            case PRIVATE -> family == Family.IPV6 ? 100 : sku == Circuit.Sku.PREMIUM ? 10_000 : 4_000;
            case MICROSOFT -> 200;
        };
    }

    /** Most prefixes that a gateway may announce on one connection: {@link Document#FAQS}. */
    public static int prefixesFromGatewayMax(Family family) {
        return family == Family.IPV4 ? 1_000 : 100;
    }

    /** Most VNets that a circuit may be connected to: {@link Document#LIMITS}. */
    public static int connectionsMax(Circuit.Sku sku, long bandwidthMbps) {
        if (sku != Circuit.Sku.PREMIUM) {
            return 10;
        }
        if (bandwidthMbps < 500) {
            return bandwidthMbps < 100 ? 20 : 25;
        }
        if (bandwidthMbps < 2_000) {
            return bandwidthMbps < 1_000 ? 40 : 50;
        }
        return bandwidthMbps < 5_000 ? 60 : bandwidthMbps < 10_000 ? 75 : 100;
    }
}

package coldpotato.core.azure;

/**
 * Names of the parts of a {@link HybridNetwork}, as a scenario file has them: {@code
 * circuits.er-ams.private-peering.primary}.
 */
public final class ModelPath {
    /** All public services. */
    public static final String SERVICES = "services";

    /** All links to the Internet. */
    public static final String INTERNET_LINKS = "internet-links";

    private ModelPath() {}

    public static String site(String site) {
        return "sites." + site;
    }

    /** @param owner the path of what the router stands at */
    public static String router(String owner, String router) {
        return owner + ".routers." + router;
    }

    public static String firewall(String site, String firewall) {
        return site(site) + ".firewalls." + firewall;
    }

    public static String destinationNat(String site, String nat) {
        return site(site) + ".destination-nats." + nat;
    }

    public static String sourceNat(String site, String nat) {
        return site(site) + ".source-nats." + nat;
    }

    public static String wanLink(String link) {
        return "wan-links." + link;
    }

    public static String circuit(String circuit) {
        return "circuits." + circuit;
    }

    public static String peering(String circuit, PeeringKind kind) {
        return circuit(circuit) + "." + kind.text() + "-peering";
    }

    public static String link(String circuit, PeeringKind kind, Leg leg) {
        return peering(circuit, kind) + "." + leg.text();
    }

    public static String virtualNetwork(String name) {
        return "vnets." + name;
    }

    public static String gateway(String virtualNetwork) {
        return virtualNetwork(virtualNetwork) + ".gateway";
    }

    public static String subnet(String virtualNetwork, String subnet) {
        return virtualNetwork(virtualNetwork) + ".subnets." + subnet;
    }

    public static String vpnGateway(String virtualNetwork) {
        return virtualNetwork(virtualNetwork) + ".vpn-gateway";
    }

    public static String routeServer(String virtualNetwork) {
        return virtualNetwork(virtualNetwork) + ".route-server";
    }

    public static String connection(String connection) {
        return "connections." + connection;
    }

    public static String routeFilter(String filter) {
        return "route-filters." + filter;
    }

    public static String service(String service) {
        return SERVICES + "." + service;
    }

    public static String internetLink(String link) {
        return INTERNET_LINKS + "." + link;
    }

    public static String vnetPeering(String name) {
        return "vnet-peerings." + name;
    }

    public static String routeTable(String name) {
        return "route-tables." + name;
    }

    public static String appliance(String name) {
        return "appliances." + name;
    }

    public static String vpnConnection(String name) {
        return "vpn-connections." + name;
    }

    public static String hub(String name) {
        return "hubs." + name;
    }

    public static String hubGateway(String hub) {
        return hub(hub) + ".gateway";
    }

    public static String hubVpnGateway(String hub) {
        return hub(hub) + ".vpn-gateway";
    }

    public static String hubConnection(String name) {
        return "hub-connections." + name;
    }

    public static String globalReach(String name) {
        return "global-reach." + name;
    }

    public static String directPort(String name) {
        return "direct-ports." + name;
    }

    public static String cloud(String name) {
        return "clouds." + name;
    }

    public static String ipvpn(String name) {
        return "ipvpns." + name;
    }
}

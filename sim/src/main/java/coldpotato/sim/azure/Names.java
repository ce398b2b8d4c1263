package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.net.Family;

/**
 * The grammar of names in a compiled plan. Files, expectations and faults use these names, so that they are part of the
 * interface; who has to find an element asks here, and takes no name apart.
 */
public final class Names {
    static final String INTERNET = "internet";
    static final String MICROSOFT = "microsoft";
    static final String MICROSOFT_TO_INTERNET = "microsoft.internet";

    private static final String CORE = ".core";

    private Names() {}

    static String hosts(String owner) {
        return owner + ".hosts";
    }

    /** All links between the hosts of a site and its routers. */
    public static String lan(String site) {
        return site + ".lan";
    }

    static String lan(String site, String router) {
        return lan(site) + "." + router;
    }

    static String interconnect(String site, String a, String b) {
        return site + "." + a + "-" + b;
    }

    static String ibgp(String a, String b) {
        return "ibgp." + a + "-" + b;
    }

    /** All links of a circuit on one of its two paths. */
    public static String leg(String circuit, Leg leg) {
        return circuit + "." + leg.text();
    }

    static String circuitLink(String circuit, Leg leg, PeeringKind kind) {
        return leg(circuit, leg) + "." + kind.text();
    }

    static String customerLinks(String circuit, Leg leg) {
        return leg(circuit, leg) + ".customer";
    }

    static String customerLink(String circuit, Leg leg, PeeringKind kind) {
        return customerLinks(circuit, leg) + "." + kind.text();
    }

    /** One of Microsoft's edge routers: the nodes of all peerings on it. */
    public static String msee(String circuit, Leg leg) {
        return circuit + ".msee" + leg.number();
    }

    static String msee(String circuit, Leg leg, PeeringKind kind) {
        return msee(circuit, leg) + "." + kind.text();
    }

    /** All links between an MSEE and the inside of Microsoft's network. */
    static String core(String circuit, Leg leg) {
        return msee(circuit, leg) + CORE;
    }

    static String backbone(String circuit, Leg leg) {
        return msee(circuit, leg) + ".backbone";
    }

    static String providerEdge(String circuit, Leg leg) {
        return circuit + ".pe" + leg.number();
    }

    static String providerEdge(String circuit, Leg leg, PeeringKind kind) {
        return providerEdge(circuit, leg) + "." + kind.text();
    }

    static String provider(String circuit) {
        return circuit + ".provider";
    }

    static String gateway(String virtualNetwork) {
        return virtualNetwork + ".gateway";
    }

    static String gateway(String virtualNetwork, int instance) {
        return gateway(virtualNetwork) + instance;
    }

    static String hubRouter(String hub) {
        return hub + ".router";
    }

    static String routeServer(String virtualNetwork) {
        return virtualNetwork + ".route-server";
    }

    static String routeServer(String virtualNetwork, int instance) {
        return routeServer(virtualNetwork) + instance;
    }

    static String tunnels(String appliance) {
        return appliance + ".tunnels";
    }

    static String vpnGateway(String virtualNetwork) {
        return virtualNetwork + ".vpn-gateway";
    }

    static String vpnGateway(String owner, int instance) {
        return vpnGateway(owner) + instance;
    }

    /** From Microsoft's public network to a node. */
    static String publicLink(String node) {
        return node + ".public";
    }

    /** The tunnel of a VPN connection to an instance of the gateway. */
    static String tunnel(String connection, int instance) {
        return connection + ".vpn-gateway" + instance;
    }

    /** Computers that are connected to a VPN gateway. */
    static String clients(String owner) {
        return owner + ".clients";
    }

    /** Those that are connected with one protocol. */
    public static String clients(String owner, Protocol protocol) {
        return clients(owner) + "." + protocol.text();
    }

    static String subnet(String virtualNetwork, String subnet) {
        return virtualNetwork + "." + subnet;
    }

    /** Azure's fabric as the MSEEs of connections with FastPath see it. */
    static String fastPath(String virtualNetwork) {
        return virtualNetwork + ".fastpath";
    }

    static String fastPath(String connection, Leg leg) {
        return connection + ".msee" + leg.number() + ".fastpath";
    }

    /** The stateful firewall that an appliance is. */
    static String firewall(String appliance) {
        return appliance + ".firewall";
    }

    /** Two nodes that Azure's fabric joins. */
    static String fabricLink(String nodeA, String nodeB) {
        return isGatewayToHosts(nodeA, nodeB) ? nodeA + ".vnet" : nodeA + "~" + nodeB;
    }

    /** True for an instance of an ExpressRoute gateway and the hosts of its own VNet. */
    static boolean isGatewayToHosts(String nodeA, String nodeB) {
        String suffix = hosts("");
        return nodeB.endsWith(suffix)
                && isInstance(gateway(nodeB.substring(0, nodeB.length() - suffix.length())), nodeA);
    }

    /** True for a gateway itself and for its numbered instances, not for subnets whose names begin like it. */
    static boolean isInstance(String gateway, String node) {
        return node.startsWith(gateway)
                && node.chars().skip(gateway.length()).allMatch(each -> each >= '0' && each <= '9');
    }

    /** What a node feeds into others; of each family, and of each but the first of its receivers, with more words behind. */
    static String feed(String from) {
        return from + ".routes";
    }

    static String family(Family family) {
        return (family == Family.IPV4 ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST).text();
    }

    static String connection(String connection, Leg leg, int instance) {
        return connection + ".msee" + leg.number() + ".gateway" + instance;
    }

    static String handOff(String circuit) {
        return circuit + ".hand-off";
    }

    static String globalReach(String reach, Leg a, Leg b) {
        return reach + "." + a.text() + (a == b ? "" : "-" + b.text());
    }

    static String location(String location) {
        return "location." + location;
    }

    static String session(String link, AfiSafi family) {
        return link + "." + family.text();
    }

    /** The name of what a node belongs to, with which its own begins: a circuit, a virtual network, a hub or itself. */
    public static String owner(String node) {
        int dot = node.indexOf('.');
        return dot < 0 ? node : node.substring(0, dot);
    }

    /** The gateway that an instance is of. */
    public static String withoutInstance(String instance) {
        return instance.replaceFirst("\\d+$", "");
    }

    /** The edge router that the node of a peering is on. */
    public static String device(String msee) {
        return msee.substring(0, msee.lastIndexOf('.'));
    }

    /** True if a name stands for all links between an edge router and the inside of Microsoft's network, and the node is on it. */
    public static boolean isCoreBehind(String node, String name) {
        return name.endsWith(CORE) && isOf(name.substring(0, name.length() - CORE.length()), node);
    }

    /** True for what belongs to the owner of a name. */
    public static boolean isOf(String owner, String node) {
        return node.startsWith(owner + ".");
    }
}

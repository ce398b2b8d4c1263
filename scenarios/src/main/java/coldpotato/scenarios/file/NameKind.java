package coldpotato.scenarios.file;

/** The kinds of names that a scenario file uses. */
public enum NameKind {
    SITE("site", true),
    ROUTER("router", true),
    WAN_LINK("WAN link", true),
    CIRCUIT("circuit", true),
    VIRTUAL_NETWORK("virtual network", true),
    CONNECTION("connection", true),
    INTERNET_LINK("Internet link", true),
    VNET_PEERING("VNet peering", true),
    APPLIANCE("appliance", true),
    OVERLAY_TUNNEL("tunnel of an appliance", true),
    VPN_CONNECTION("VPN connection", true),
    HUB("virtual hub", true),
    HUB_CONNECTION("hub connection", true),
    GLOBAL_REACH("Global Reach", true),
    DIRECT_PORT("port pair", true),
    CLOUD("other cloud", true),
    IPVPN("IPVPN", true),
    FIREWALL("firewall", true),
    SOURCE_NAT("source NAT", true),
    DESTINATION_NAT("destination NAT", true),
    SHARED_RISK("shared risk", true),
    ROUTE_FILTER("route filter", true),
    ROUTE_TABLE("route table", true),
    SERVICE("service", true),
    POLICY("policy", true),
    PREFIX_LIST("prefix list", true),
    FLOW("flow", true),
    EVENT("entry of the timeline", true),
    EXPECTATION("expectation", true),
    /** Whoever announces prefixes. */
    ANNOUNCER(
            "site, virtual network, other cloud, Internet link, VPN connection, appliance or link of a peering", true),
    /** Whoever has gateways. */
    GATEWAY_OWNER("virtual network or virtual hub", true),
    /** NAT of either kind. */
    NAT("source or destination NAT", true),
    /** What can be in a subscription. */
    SUBSCRIBED("circuit, virtual network or virtual hub", true),
    /** What may keep state of flows. */
    FLOW_KEEPER("firewall or appliance", true),
    /** A link of the compiled network, or a group of links. */
    LINK("link or group", false),
    /** A node of the compiled network. */
    NODE("node", false),
    /** A BGP session of the compiled network. */
    SESSION("session", false),
    /** A node, link, session or group of the compiled network. */
    ELEMENT("node, link, session or group", false);

    private final String text;
    private final boolean inFile;

    NameKind(String text, boolean inFile) {
        this.text = text;
        this.inFile = inFile;
    }

    /** In words. */
    public String text() {
        return text;
    }

    /** True if the file says which names there are; false if only the compiled network knows. */
    public boolean inFile() {
        return inFile;
    }

    /** True for what stands in the network and therefore shares one space of names. */
    boolean isPartOfNetwork() {
        return compareTo(SHARED_RISK) <= 0;
    }

    /** True for names that people read only, which may have spaces. */
    boolean isTitle() {
        return this == EVENT || this == EXPECTATION;
    }
}

package coldpotato.core.azure.grounds;

/** The documents of the azure-docs repository that facts about ExpressRoute come from. */
public enum Document {
    BFD("expressroute-bfd.md"),
    CIRCUIT_PEERINGS("expressroute-circuit-peerings.md"),
    COMMUNITIES("how-to-configure-custom-bgp-communities.md"),
    COEXIST_PORTAL("how-to-configure-coexisting-gateway-portal.md"),
    MANAGE_VNET_PEERING("virtual-network-manage-peering.md"),
    MANAGE_VNET("manage-virtual-network.md"),
    UDR("virtual-networks-udr-overview.md"),
    VNET_LIMITS("azure-virtual-network-limits.md"),
    VNET_PEERING("virtual-network-peering-overview.md"),
    DIRECT("expressroute-erdirect-about.md"),
    FASTPATH("about-fastpath.md"),
    FAQS("expressroute-faqs.md"),
    GATEWAYS("expressroute-about-virtual-network-gateways.md"),
    GLOBAL_REACH("expressroute-global-reach.md"),
    HIGH_AVAILABILITY("designing-for-high-availability-with-expressroute.md"),
    INTEROPERABILITY("connectivity-interoperability-configuration.md"),
    IPV6("expressroute-howto-add-ipv6-portal.md"),
    LIMITS("expressroute-limits.md"),
    LINK_VNET("expressroute-howto-linkvnet-cli.md"),
    LOCATIONS("expressroute-locations-providers.md"),
    MAINTENANCE("planned-maintenance.md"),
    METRO("metro.md"),
    OCI("configure-azure-oci-networking.md"),
    OPTIMIZE("expressroute-optimize-routing.md"),
    PEERING_SETTINGS("expressroute-howto-routing-portal-resource-manager.md"),
    RESET_CIRCUIT("reset-circuit.md"),
    RATE_LIMIT("rate-limit.md"),
    RESET_PEERING("expressroute-howto-reset-peering.md"),
    ROUTE_FILTER("how-to-routefilter-portal.md"),
    ROUTE_SERVER_EXCHANGE("expressroute-vpn-support.md"),
    ROUTE_SERVER_FAQ("route-server-faq.md"),
    ROUTE_SERVER_LIMITS("route-server-limits.md"),
    ROUTE_SERVER_TROUBLE("troubleshoot-route-server.md"),
    ROUTING("expressroute-routing.md"),
    SET_GLOBAL_REACH("expressroute-howto-set-global-reach.md"),
    VWAN_EXPRESSROUTE("virtual-wan-expressroute-about.md"),
    VWAN_EXPRESSROUTE_PORTAL("virtual-wan-expressroute-portal.md"),
    VWAN_FAQ("virtual-wan-faq.md"),
    VWAN_LIMITS("virtual-wan-limits.md"),
    VWAN_PREFERENCE("about-virtual-hub-routing-preference.md"),
    VWAN_REMOTE_WORK("virtual-wan/work-remotely-support.md"),
    VWAN_ROUTING("about-virtual-hub-routing.md"),
    VPN_BGP("vpn-gateway-faq-bgp-include.md"),
    VPN_CUSTOM_ADDRESSES("bgp-howto.md"),
    VPN_PROTOCOLS("ikev2-openvpn-from-sstp.md"),
    VPN_SKUS("vpn-gateway-table-gwtype-aggtput-include.md"),
    WORKFLOWS("expressroute-workflows.md");

    private final String file;

    Document(String file) {
        this.file = file;
    }

    /** Its file, as engineers cite it. */
    public String file() {
        return file;
    }

    @Override
    public String toString() {
        return file;
    }
}

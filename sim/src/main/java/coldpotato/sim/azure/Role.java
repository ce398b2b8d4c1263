package coldpotato.sim.azure;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.sim.plan.NodePlan;
import java.util.Arrays;
import java.util.Optional;

/** What a node of a compiled plan is. */
public enum Role {
    SITE_HOSTS("hosts"),
    CUSTOMER_EDGE("customer edge"),
    /** A router of another cloud. */
    CLOUD_EDGE("cloud edge"),
    /** A router of a connectivity provider, or of an IPVPN. */
    PROVIDER_EDGE("provider edge"),
    INTERNET("Internet"),
    /** Microsoft's public network. */
    MICROSOFT("Microsoft"),
    /** One peering on one of Microsoft's edge routers. */
    MSEE("MSEE"),
    GATEWAY("gateway instance"),
    VPN_GATEWAY("VPN gateway instance"),
    /** Computers that are connected to a VPN gateway with one protocol. */
    CLIENTS("clients"),
    /** Azure's fabric as the MSEEs of connections with FastPath see it. */
    FAST_PATH("FastPath"),
    ROUTE_SERVER("Route Server instance"),
    HUB_ROUTER("hub router"),
    FIREWALL("firewall"),
    APPLIANCE("network virtual appliance"),
    SUBNET("subnet"),
    /** The hosts of a virtual network that are in no listed subnet. */
    VNET_HOSTS("hosts of a virtual network");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** What people call it. */
    public String text() {
        return text;
    }

    /** What a node is; the node comes from a compiled model. */
    public static Role of(NodePlan node) {
        Optional<Role> role = Arrays.stream(values())
                .filter(each -> each.text.equals(node.role()))
                .findFirst();
        checkArgument(role.isPresent(), "%s is nothing that a model has: %s", node.name(), node.role());
        return role.get();
    }

    /** True if that is what the node is. */
    public boolean is(NodePlan node) {
        return text.equals(node.role());
    }
}

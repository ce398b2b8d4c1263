package coldpotato.scenarios.portal;

import coldpotato.sim.azure.Names;
import coldpotato.sim.azure.Role;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.function.Predicate;

/** Kinds of nodes that Azure's checks can be asked of. */
public enum Resource {
    /** An instance of a gateway, of a Route Server, or of the router of a virtual hub: whatever speaks BGP inside Azure. */
    GATEWAY("gateway", "gateway, Route Server or hub router", Resource::isGateway),
    /** An instance of an ExpressRoute gateway: what Azure Monitor has metrics of. */
    EXPRESSROUTE_GATEWAY("gateway", "ExpressRoute gateway", Role.GATEWAY::is),
    /** The router of a virtual hub. */
    HUB("hub", "virtual hub", Role.HUB_ROUTER::is),
    /** The machines of a virtual network or of one of its subnets. */
    SUBNET("subnet", "virtual network or subnet", Resource::isSubnet),
    /** What has effective routes. */
    ROUTED("routed", "virtual network, subnet or virtual hub", node -> SUBNET.test.test(node) || HUB.test.test(node));

    private static final ImmutableSet<Role> GATEWAYS =
            Sets.immutableEnumSet(Role.GATEWAY, Role.VPN_GATEWAY, Role.ROUTE_SERVER, Role.HUB_ROUTER);

    private final String key;
    private final String text;
    private final Predicate<NodePlan> test;

    Resource(String key, String text, Predicate<NodePlan> test) {
        this.key = key;
        this.text = text;
        this.test = test;
    }

    /** For programs. */
    public String key() {
        return key;
    }

    /** In words. */
    public String text() {
        return text;
    }

    /** All of a plan. */
    public ImmutableList<String> all(NetworkPlan plan) {
        return plan.nodes().values().stream().filter(test).map(NodePlan::name).collect(ImmutableList.toImmutableList());
    }

    /** Those that a name stands for: a node, a group, or what they belong to, such as the virtual network. */
    public ImmutableList<String> named(NetworkPlan plan, String name) {
        PlanNames names = new PlanNames(plan);
        return all(plan).stream()
                .filter(node -> names.nodes(name).contains(node) || Names.isOf(name, node))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isGateway(NodePlan node) {
        return node.asn() != 0 && GATEWAYS.contains(Role.of(node));
    }

    private static boolean isSubnet(NodePlan node) {
        return Role.VNET_HOSTS.is(node) || Role.SUBNET.is(node);
    }
}

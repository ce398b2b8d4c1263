package coldpotato.scenarios.portal;

import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.function.Predicate;

/** Kinds of nodes that Azure's checks can be asked of. */
public enum Resource {
    /** An instance of a gateway, of a Route Server, or of the router of a virtual hub: whatever speaks BGP inside Azure. */
    GATEWAY("gateway", "gateway, Route Server or hub router", Resource::isGateway),
    /** An instance of an ExpressRoute gateway: what Azure Monitor has metrics of. */
    EXPRESSROUTE_GATEWAY("gateway", "ExpressRoute gateway", node -> node.role().equals("gateway instance")),
    /** The router of a virtual hub. */
    HUB("hub", "virtual hub", node -> node.role().equals("hub router")),
    /** The machines of a virtual network or of one of its subnets. */
    SUBNET("subnet", "virtual network or subnet", Resource::isSubnet),
    /** What has effective routes. */
    ROUTED("routed", "virtual network, subnet or virtual hub", node -> SUBNET.test.test(node) || HUB.test.test(node));

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
                .filter(node -> names.nodes(name).contains(node) || node.startsWith(name + "."))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isGateway(NodePlan node) {
        String role = node.role().toLowerCase(Locale.ROOT);
        boolean inside = node.provenance().modelPath().startsWith("vnets.")
                || node.provenance().modelPath().startsWith("hubs.");
        return node.asn() != 0
                && inside
                && (role.contains("gateway") || role.contains("route server") || role.contains("router"));
    }

    private static boolean isSubnet(NodePlan node) {
        return node.provenance().modelPath().startsWith("vnets.")
                && (node.role().equals("hosts") || node.role().equals("subnet"));
    }
}

package coldpotato.sim.azure;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Boundary;
import coldpotato.sim.node.FirewallConfig;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.NodePlanBuilder;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** What stands in VNets besides gateways: a node of hosts for each listed subnet and one for the rest, and appliances. */
final class VnetCompiler {
    private final Compilation compilation;

    VnetCompiler(Compilation compilation) {
        this.compilation = compilation;
    }

    void compile(VirtualNetwork vnet) {
        compilation.add(hosts(vnet, Names.hosts(vnet.name()), Role.VNET_HOSTS, ModelPath.virtualNetwork(vnet.name()))
                .attached(vnet.prefixes())
                .build());
        vnet.subnets().values().stream()
                .filter(Subnet::hasHosts)
                .map(subnet -> subnet(vnet, subnet))
                .forEach(compilation::add);
        compilation.fabric().map().appliances(vnet).stream()
                .map(appliance -> appliance(vnet, appliance))
                .forEach(compilation::add);
    }

    private NodePlan subnet(VirtualNetwork vnet, Subnet subnet) {
        return hosts(
                        vnet,
                        Names.subnet(vnet.name(), subnet.name()),
                        Role.SUBNET,
                        ModelPath.subnet(vnet.name(), subnet.name()))
                .attached(subnet.prefixes())
                .build();
    }

    private NodePlan appliance(VirtualNetwork vnet, Appliance appliance) {
        NodePlanBuilder node = compilation
                .fabric()
                .machine(
                        vnet,
                        appliance.name(),
                        appliance.firewall().isPresent() ? Role.FIREWALL : Role.APPLIANCE,
                        compilation.at(ModelPath.appliance(appliance.name())))
                .attached(ImmutableSet.of(Prefix.host(appliance.address())));
        appliance
                .firewall()
                .ifPresent(terms -> node.middleboxes(ImmutableList.of(new FirewallConfig(
                        Names.firewall(appliance.name()), Boundary.EVERYTHING, appliance.stateGroup(), terms))));
        appliance.bgp().ifPresent(bgp -> speak(node, appliance, bgp));
        return node.build();
    }

    private static void speak(NodePlanBuilder node, Appliance appliance, ApplianceBgp bgp) {
        node.asn(bgp.asn().toInt())
                .routerId(appliance.address())
                .originations(bgp.announced().stream().map(Origination::of).collect(ImmutableList.toImmutableList()))
                .decision(Platforms.APPLIANCE);
    }

    /** Machines for which Azure's fabric picks the way out. */
    private NodePlanBuilder hosts(VirtualNetwork vnet, String name, Role role, String modelPath) {
        Basis at = compilation.at(modelPath);
        return compilation.fabric().machine(vnet, name, role, at).ecmpHashing(Platforms.hashing(at));
    }
}

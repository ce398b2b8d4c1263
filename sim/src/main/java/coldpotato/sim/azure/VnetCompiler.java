package coldpotato.sim.azure;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FirewallConfig;
import coldpotato.sim.plan.NodePlan;
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
        compilation.add(machine(
                vnet,
                Names.hosts(vnet.name()),
                "hosts",
                vnet.prefixes(),
                ImmutableList.of(),
                ModelPath.virtualNetwork(vnet.name())));
        vnet.subnets().values().stream()
                .filter(Subnet::hasHosts)
                .map(subnet -> subnet(vnet, subnet))
                .forEach(compilation::add);
        compilation.fabric().map().appliances(vnet).stream()
                .map(appliance -> appliance(vnet, appliance))
                .forEach(compilation::add);
    }

    private NodePlan subnet(VirtualNetwork vnet, Subnet subnet) {
        return machine(
                vnet,
                Names.subnet(vnet.name(), subnet.name()),
                "subnet",
                subnet.prefixes(),
                ImmutableList.of(),
                ModelPath.subnet(vnet.name(), subnet.name()));
    }

    private NodePlan appliance(VirtualNetwork vnet, Appliance appliance) {
        ImmutableList<FirewallConfig> firewalls = appliance.stateful()
                ? ImmutableList.of(
                        FirewallConfig.onEverything(Names.firewall(appliance.name()), appliance.stateGroup()))
                : ImmutableList.of();
        NodePlan silent = machine(
                vnet,
                appliance.name(),
                appliance.stateful() ? "firewall" : "network virtual appliance",
                ImmutableSet.of(Prefix.host(appliance.address())),
                firewalls,
                ModelPath.appliance(appliance.name()));
        return appliance.bgp().map(bgp -> speaking(silent, appliance, bgp)).orElse(silent);
    }

    private static NodePlan speaking(NodePlan silent, Appliance appliance, ApplianceBgp bgp) {
        return silent.withSpeaker(
                bgp.asn().toInt(),
                appliance.address(),
                bgp.announced().stream().map(Origination::of).collect(ImmutableList.toImmutableList()),
                Platforms.APPLIANCE);
    }

    private NodePlan machine(
            VirtualNetwork vnet,
            String name,
            String role,
            ImmutableSet<Prefix> attached,
            ImmutableList<FirewallConfig> firewalls,
            String modelPath) {
        return new NodePlan(
                name,
                role,
                0,
                compilation.addresses().routerId(name),
                ImmutableList.of(),
                attached,
                compilation.fabric().pinned(vnet, name),
                compilation.fabric().routesInside(vnet, name),
                ImmutableList.of(),
                "",
                Platforms.HOSTS,
                0,
                0,
                firewalls,
                compilation.provenance(modelPath));
    }
}

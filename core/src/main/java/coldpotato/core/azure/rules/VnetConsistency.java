package coldpotato.core.azure.rules;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether subnets, route tables, appliances and VNet peerings fit the VNets that they are of. */
final class VnetConsistency {
    /** Letters and digits, but not what stands in every VNet anyway. */
    private static final Pattern NAME = Pattern.compile(
            "(?!(hosts|clients|fastpath|(vpn-)?gateway\\d*|route-server\\d*)$)[A-Za-z0-9][A-Za-z0-9_-]*");

    private final HybridNetwork network;
    private final Findings findings;

    VnetConsistency(HybridNetwork network, Findings findings) {
        this.network = network;
        this.findings = findings;
    }

    void check() {
        network.virtualNetworks().values().forEach(this::subnets);
        network.appliances().values().forEach(this::appliance);
        network.vnetPeerings().values().forEach(this::peering);
        sharedAddresses();
    }

    private void subnets(VirtualNetwork vnet) {
        Map<Prefix, String> taken = new LinkedHashMap<>();
        for (Subnet subnet : vnet.subnets().values()) {
            String path = ModelPath.subnet(vnet.name(), subnet.name());
            if (!NAME.matcher(subnet.name()).matches()) {
                findings.wrong(
                        path,
                        subnet.name() + " cannot be the name of a subnet; take letters, digits, - and _, and no name"
                                + " that other machines of a VNet have");
            }
            subnet.routeTable()
                    .ifPresent(name -> findings.name(
                            path, "route table", name, network.routeTables().keySet()));
            subnet.serviceEndpoints()
                    .forEach(name -> findings.name(
                            path, "service", name, network.services().keySet()));
            for (Prefix prefix : subnet.prefixes()) {
                if (vnet.prefixes().stream().noneMatch(space -> space.contains(prefix))) {
                    findings.wrong(path, prefix + " is outside the address spaces of " + vnet.name());
                }
                taken.forEach((other, owner) -> {
                    if (other.overlaps(prefix)) {
                        findings.wrong(path, prefix + " overlaps " + other + " of " + owner);
                    }
                });
                taken.put(prefix, subnet.name());
            }
        }
    }

    private void appliance(Appliance appliance) {
        String path = ModelPath.appliance(appliance.name());
        VirtualNetwork vnet = network.virtualNetworks().get(appliance.virtualNetwork());
        if (vnet == null) {
            findings.name(
                    path,
                    "virtual network",
                    appliance.virtualNetwork(),
                    network.virtualNetworks().keySet());
            return;
        }
        Prefix host = Prefix.host(appliance.address());
        if (vnet.prefixes().stream().noneMatch(space -> space.contains(host))) {
            findings.wrong(path, appliance.address() + " is outside the address spaces of " + vnet.name());
        }
        vnet.subnets().values().stream()
                .filter(subnet -> !subnet.hasHosts())
                .filter(subnet -> subnet.prefixes().stream().anyMatch(prefix -> prefix.contains(host)))
                .forEach(subnet -> findings.wrong(path, "nothing of the customer's stands in " + subnet.name()));
    }

    private void sharedAddresses() {
        Map<IpAddress, String> owners = new LinkedHashMap<>();
        for (Appliance appliance : network.appliances().values()) {
            String other = owners.putIfAbsent(appliance.address(), appliance.name());
            if (other != null) {
                findings.wrong(
                        ModelPath.appliance(appliance.name()), appliance.address() + " is the address of " + other);
            }
        }
    }

    private void peering(VirtualNetworkPeering peering) {
        String path = ModelPath.vnetPeering(peering.name());
        findings.name(
                path,
                "virtual network",
                peering.hub(),
                network.virtualNetworks().keySet());
        findings.name(
                path,
                "virtual network",
                peering.spoke(),
                network.virtualNetworks().keySet());
        if (peering.hub().equals(peering.spoke())) {
            findings.wrong(path, "a peering joins two VNets, not " + peering.hub() + " with itself");
        }
    }
}

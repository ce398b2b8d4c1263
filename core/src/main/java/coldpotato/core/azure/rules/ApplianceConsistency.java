package coldpotato.core.azure.rules;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import com.google.common.collect.ImmutableSet;

/** Whether the neighbours that appliances have are there. */
final class ApplianceConsistency {
    private final HybridNetwork network;
    private final ImmutableSet<String> routers;
    private final Findings findings;

    ApplianceConsistency(HybridNetwork network, Findings findings) {
        this.network = network;
        this.routers = network.edgeRouters().map(EdgeRouter::name).collect(ImmutableSet.toImmutableSet());
        this.findings = findings;
    }

    void check() {
        for (Appliance appliance : network.appliances().values()) {
            String path = ModelPath.appliance(appliance.name());
            appliance.bgp().ifPresent(bgp -> check(path, bgp));
        }
    }

    private void check(String path, ApplianceBgp bgp) {
        bgp.routeServer()
                .ifPresent(peering -> findings.name(
                        path,
                        "virtual network",
                        peering.virtualNetwork(),
                        network.virtualNetworks().keySet()));
        bgp.tunnels().values().forEach(tunnel -> findings.name(path, "router", tunnel.router(), routers));
    }
}

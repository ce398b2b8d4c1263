package coldpotato.core.azure;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.function.Consumer;

/** Whether the neighbours that appliances have are there. */
final class ApplianceConsistency {
    private final HybridNetwork network;
    private final ImmutableSet<String> routers;
    private final Consumer<Inconsistency> found;

    ApplianceConsistency(HybridNetwork network, Consumer<Inconsistency> found) {
        this.network = network;
        this.routers = network.edgeRouters().map(EdgeRouter::name).collect(ImmutableSet.toImmutableSet());
        this.found = found;
    }

    void check() {
        for (Appliance appliance : network.appliances().values()) {
            String path = ModelPath.appliance(appliance.name());
            appliance.bgp().ifPresent(bgp -> check(path, bgp));
        }
    }

    private void check(String path, ApplianceBgp bgp) {
        bgp.routeServer()
                .ifPresent(peering -> known(
                        path,
                        "virtual network",
                        peering.virtualNetwork(),
                        network.virtualNetworks().keySet()));
        bgp.tunnels().values().forEach(tunnel -> known(path, "router", tunnel.router(), routers));
    }

    private void known(String path, String kind, String name, Collection<String> names) {
        if (!names.contains(name)) {
            found.accept(new Inconsistency(path, "no " + kind + " is called " + name, Catalogue.suggest(name, names)));
        }
    }
}

package coldpotato.sim.azure;

import coldpotato.bgp.policy.Policy;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.RouteLeak;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableMap;

/**
 * Turns the ExpressRoute model into a network of ordinary routers. This is the only place that knows what a circuit is; at
 * run time nobody does. The model must be free of mistakes; what Azure would refuse is compiled all the same, since refusals
 * are the caller's to report.
 */
public final class AzureCompiler {
    private AzureCompiler() {}

    /**
     * The plan of a model. Elements keep their names and addresses when something is added to the model.
     *
     * @param policies the user's policies by name; every name that the model uses must be there
     * @throws IllegalArgumentException if the model uses a name that does not exist
     */
    public static NetworkPlan compile(HybridNetwork network, ImmutableMap<String, Policy> policies) {
        Compilation compilation = new Compilation(network, policies);
        compileSites(compilation);
        CircuitCompiler circuits = new CircuitCompiler(compilation);
        network.circuits().values().forEach(circuits::compile);
        GlobalReachCompiler globalReach = new GlobalReachCompiler(compilation);
        network.globalReaches().values().forEach(globalReach::compile);
        new InternetCompiler(compilation).compile();
        GatewayCompiler gateways = new GatewayCompiler(compilation);
        VpnCompiler vpn = new VpnCompiler(compilation);
        VnetCompiler vnets = new VnetCompiler(compilation);
        for (VirtualNetwork vnet : network.virtualNetworks().values()) {
            vnets.compile(vnet);
            gateways.compile(vnet);
            vpn.compile(vnet);
        }
        RouteServerCompiler routeServers = new RouteServerCompiler(compilation);
        network.virtualNetworks().values().forEach(routeServers::compile);
        new OverlayCompiler(compilation).compile();
        HubCompiler hubs = new HubCompiler(compilation, vpn);
        network.hubs().values().forEach(hubs::compile);
        network.hubConnections().values().forEach(hubs::compile);
        for (Connection connection : network.connections().values()) {
            if (network.hubs().containsKey(connection.gateway())) {
                hubs.compile(connection, gateways);
            } else {
                gateways.compile(connection);
            }
        }
        vpn.compileConnections();
        network.sharedRisks()
                .forEach((risk, elements) -> elements.forEach(element -> compilation.addToGroup(risk, element)));
        return leaking(compilation.plan(), network).drained(Maintenance.drained(compilation));
    }

    private static NetworkPlan leaking(NetworkPlan plan, HybridNetwork network) {
        NetworkPlan leaking = plan;
        for (RouteLeak leak : network.leaks().values()) {
            leaking = leaking.leaking(leak.by(), leak.to(), leak.prefixes());
        }
        return leaking;
    }

    private static void compileSites(Compilation compilation) {
        RoutingDomains domains = new RoutingDomains(compilation.network());
        SiteCompiler sites = new SiteCompiler(compilation, domains);
        compilation.network().allSites().forEach(sites::compile);
        WanCompiler wan = new WanCompiler(compilation, domains);
        compilation.network().wanLinks().values().forEach(wan::compile);
        wan.compileIbgp();
    }
}

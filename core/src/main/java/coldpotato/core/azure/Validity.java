package coldpotato.core.azure;

import com.google.common.collect.ImmutableList;

/**
 * What of a model Azure would refuse. The model must be consistent ({@link Consistency}).
 *
 * <p>Not modelled: ownership of prefixes and AS numbers, which the file states ({@link Registration}).
 */
public final class Validity {
    private Validity() {}

    /** Everything that Azure refuses, in the order of the model; empty if it takes all of it. */
    public static ImmutableList<Refusal> check(HybridNetwork network) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        PeeringRules peerings = new PeeringRules(network, refusals::add);
        ConnectionRules connections = new ConnectionRules(network, refusals::add);
        VpnRules vpn = new VpnRules(network, refusals::add);
        TermsRules terms = new TermsRules(network, refusals::add);
        network.circuits().values().forEach(terms::check);
        terms.checkQuotas();
        network.circuits().values().forEach(peerings::check);
        network.virtualNetworks().values().forEach(connections::check);
        RouteServerRules routeServers = new RouteServerRules(network, refusals::add);
        network.virtualNetworks().values().forEach(routeServers::check);
        network.appliances().values().forEach(routeServers::check);
        network.routeFilters().values().forEach(peerings::check);
        network.connections().values().forEach(connections::check);
        network.circuits().values().forEach(connections::check);
        InterconnectRules interconnects = new InterconnectRules(network, refusals::add);
        network.circuits().values().forEach(interconnects::check);
        DirectPortRules ports = new DirectPortRules(network, refusals::add);
        network.directPorts().values().forEach(ports::check);
        GlobalReachRules globalReach = new GlobalReachRules(network, refusals::add);
        network.globalReaches().values().forEach(globalReach::check);
        HubRules hubs = new HubRules(network, refusals::add);
        network.hubs().values().forEach(hubs::check);
        network.hubConnections().values().forEach(hubs::check);
        network.connections().values().stream()
                .filter(connection -> network.hubs().containsKey(connection.gateway()))
                .forEach(connection -> hubs.check(connection, network.hubs().get(connection.gateway())));
        new VnetRules(network, refusals::add).check();
        network.virtualNetworks().values().forEach(vpn::check);
        network.vpnConnections().values().stream()
                .filter(VpnConnection::connected)
                .forEach(vpn::check);
        return refusals.build();
    }
}

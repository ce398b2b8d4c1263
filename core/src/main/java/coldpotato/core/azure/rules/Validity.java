package coldpotato.core.azure.rules;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Registration;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.Grounds;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * What of a model Azure would refuse. The model must be consistent ({@link Consistency}).
 *
 * <p>Not modelled: ownership of prefixes and AS numbers, which the file states ({@link Registration}).
 */
public final class Validity {
    private Validity() {}

    /** Everything that Azure refuses, in the order of the model; empty if it takes all of it. */
    public static ImmutableList<Refusal> check(HybridNetwork network) {
        return check(network, new Grounds(network.assumptions()));
    }

    /** The assumptions with other values of which Azure would refuse more, or less. */
    public static ImmutableSet<Assumption> restsOn(HybridNetwork network) {
        Grounds grounds = new Grounds(network.assumptions());
        ImmutableList<Refusal> refusals = check(network, grounds);
        return grounds.assumptions().stream()
                .filter(assumption -> network.assumptions().others(assumption).stream()
                        .map(value -> network.assumptions().with(assumption, value))
                        .map(values ->
                                check(network.toBuilder().assumptions(values).build()))
                        .anyMatch(others -> !others.equals(refusals)))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableList<Refusal> check(HybridNetwork network, Grounds grounds) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        PeeringRules peerings = new PeeringRules(network, refusals::add);
        ConnectionRules connections = new ConnectionRules(network, refusals::add, grounds);
        VpnRules vpn = new VpnRules(network, refusals::add, grounds);
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
        HubRules hubs = new HubRules(network, refusals::add, grounds);
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

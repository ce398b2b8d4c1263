package coldpotato.core.azure.rules;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VnetPeers;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Family;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;

/**
 * Something that Azure takes and that is unwise all the same.
 *
 * @param modelPath where
 * @param text what may go wrong
 * @param source the document that advises against it
 */
public record Advice(String modelPath, String text, Document source) {

    /** All that there is to say about a model, in its order. */
    public static ImmutableList<Advice> on(HybridNetwork network) {
        ImmutableList.Builder<Advice> advice = ImmutableList.builder();
        for (Circuit circuit : network.circuits().values()) {
            circuit.peerings().forEach(peering -> on(circuit, peering, advice));
            if (circuit.provider().oneHandOff()) {
                advice.add(new Advice(
                        ModelPath.circuit(circuit.name()),
                        "both links come over one hand-off, which takes the circuit with it when it fails",
                        Document.HIGH_AVAILABILITY));
            }
        }
        network.virtualNetworks().values().stream()
                .filter(Advice::hasIpv6BesideVpn)
                .forEach(vnet -> advice.add(new Advice(
                        ModelPath.vpnGateway(vnet.name()),
                        "a VPN gateway carries IPv4 only, so that it is no backup for the IPv6 of ExpressRoute",
                        Document.IPV6)));
        network.connections().values().stream()
                .filter(connection -> leavesIpv6Out(network, connection))
                .forEach(connection -> advice.add(new Advice(
                        ModelPath.connection(connection.name()),
                        "hub " + connection.gateway() + " carries IPv4 only, whatever IPv6 circuit "
                                + connection.circuit() + " has",
                        Document.IPV6)));
        network.appliances().values().stream()
                .filter(Advice::hasOneInstanceOnly)
                .forEach(appliance -> advice.add(new Advice(
                        ModelPath.appliance(appliance.name()),
                        "it has sessions with one instance of Route Server only, and its routes go with that one",
                        Document.ROUTE_SERVER_TROUBLE)));
        network.virtualNetworks().values().forEach(vnet -> deadEnds(network, vnet, advice));
        return advice.build();
    }

    /** The document says that IPv6 is not for Virtual WAN, not that a circuit with both families is refused. */
    private static boolean leavesIpv6Out(HybridNetwork network, Connection connection) {
        return network.hubs().containsKey(connection.gateway())
                && network.circuits()
                        .get(connection.circuit())
                        .privatePeering()
                        .flatMap(Peering::ipv6)
                        .isPresent();
    }

    /** Azure takes a route to where no machine of the VNet can send, and keeps it when a peering goes; packets are lost there. */
    private static void deadEnds(HybridNetwork network, VirtualNetwork vnet, ImmutableList.Builder<Advice> advice) {
        VnetPeers peers = new VnetPeers(network);
        for (Subnet subnet : vnet.subnets().values()) {
            subnet.routeTable().map(network.routeTables()::get).stream()
                    .flatMap(table -> table.routes().values().stream())
                    .filter(route -> route.appliance()
                            .filter(address -> !peers.reaches(vnet, address))
                            .isPresent())
                    .forEach(route -> advice.add(new Advice(
                            ModelPath.subnet(vnet.name(), subnet.name()), deadEnd(vnet, subnet, route), Document.UDR)));
        }
    }

    private static String deadEnd(VirtualNetwork vnet, Subnet subnet, UserDefinedRoute route) {
        return "next hop " + route.appliance().orElseThrow() + " of " + route.prefix() + " in "
                + subnet.routeTable().orElseThrow() + " is neither in " + vnet.name()
                + " nor in a VNet that is peered with it; packets that follow the route are lost";
    }

    private static boolean hasOneInstanceOnly(Appliance appliance) {
        return appliance
                .bgp()
                .flatMap(ApplianceBgp::routeServer)
                .filter(peering -> !peering.instances().equals(RouteServerPeering.BOTH))
                .isPresent();
    }

    private static void on(Circuit circuit, Peering peering, ImmutableList.Builder<Advice> advice) {
        String router = peering.primary().router();
        if (router.equals(peering.secondary().router())) {
            advice.add(new Advice(
                    ModelPath.peering(circuit.name(), peering.kind()),
                    "both links end at " + router + ", which takes the circuit with it when it fails",
                    Document.HIGH_AVAILABILITY));
        }
        for (Leg leg : Leg.values()) {
            PeeringLink link = peering.link(leg);
            if (isTooFast(link)) {
                advice.add(new Advice(
                        ModelPath.link(circuit.name(), peering.kind(), leg),
                        "timers of " + Durations.format(link.keepaliveNanos()) + " and "
                                + Durations.format(link.holdNanos())
                                + " are below the 3 s and 10 s that Microsoft supports; use BFD",
                        Document.BFD));
            }
        }
    }

    private static boolean isTooFast(PeeringLink link) {
        return link.holdNanos() < Documented.CUSTOMER_HOLD_MIN_NANOS
                || link.keepaliveNanos() < Documented.CUSTOMER_KEEPALIVE_MIN_NANOS;
    }

    private static boolean hasIpv6BesideVpn(VirtualNetwork vnet) {
        return vnet.gateway().isPresent()
                && vnet.vpnGateway().isPresent()
                && vnet.prefixes().stream().anyMatch(prefix -> prefix.family() == Family.IPV6);
    }

    @Override
    public String toString() {
        return modelPath + ": " + text + " (" + source.file() + ")";
    }
}

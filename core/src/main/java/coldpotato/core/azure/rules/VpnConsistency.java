package coldpotato.core.azure.rules;

import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnConnection.Over;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.VpnSku;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the names that VPN gateways and their connections use are names of something, and the tunnels have a way at all. */
final class VpnConsistency {
    private final HybridNetwork network;
    private final Findings findings;

    VpnConsistency(HybridNetwork network, Findings findings) {
        this.network = network;
        this.findings = findings;
    }

    void check() {
        for (VirtualNetwork vnet : network.virtualNetworks().values()) {
            vnet.vpnGateway()
                    .ifPresent(gateway -> findings.entry(
                            ModelPath.vpnGateway(vnet.name()) + ".sku",
                            "VPN gateway SKU",
                            gateway.sku(),
                            VpnSku.catalogue()));
        }
        Stream.concat(network.virtualNetworks().keySet().stream(), network.hubs().keySet().stream())
                .forEach(this::clients);
        network.vpnConnections().values().forEach(this::connection);
    }

    private void clients(String owner) {
        network.vpnGateway(owner)
                .flatMap(VpnGateway::pointToSite)
                .ifPresent(clients -> findings.place(ModelPath.vpnGateway(owner), clients.addressPool()));
    }

    private void connection(VpnConnection connection) {
        String path = ModelPath.vpnConnection(connection.name());
        connection.prefixes().forEach(prefix -> findings.announcement(path, prefix));
        Set<String> owners =
                Sets.union(network.virtualNetworks().keySet(), network.hubs().keySet());
        findings.name(path + ".vnet", "virtual network or hub", connection.gateway(), owners);
        connection
                .otherGateway()
                .ifPresent(other -> findings.name(path + ".to", "virtual network or hub", other, owners));
        connection.customer().ifPresent(customer -> router(path, connection, customer.router()));
        if (!connection.bgp()
                && connection.prefixes().isEmpty()
                && connection.customer().isPresent()) {
            findings.wrong(path, "without BGP the gateway needs to know the prefixes of the other end");
        }
    }

    private void router(String path, VpnConnection connection, String router) {
        findings.name(
                path + ".router",
                "router",
                router,
                network.edgeRouters().map(EdgeRouter::name).collect(Collectors.toList()));
        boolean internet = network.internetLinks().values().stream()
                .anyMatch(link -> link.router().equals(router));
        boolean peering = network.circuits().values().stream()
                .flatMap(circuit -> circuit.microsoftPeering().stream())
                .anyMatch(microsoft -> Arrays.stream(Leg.values())
                        .anyMatch(leg -> microsoft.link(leg).router().equals(router)));
        if (connection.over() == Over.MICROSOFT_PEERING && !peering) {
            findings.wrong(path, router + " has no link with Microsoft peering");
        } else if (connection.over() == Over.INTERNET
                && !internet
                && !network.internetLinks().isEmpty()) {
            findings.wrong(path, router + " has no Internet link");
        } else if (connection.over() == Over.BEST_ROUTE
                && !internet
                && connection.address().isEmpty()
                && !network.internetLinks().isEmpty()) {
            findings.wrong(path, router + " has no Internet link; say its public address");
        }
    }
}

package coldpotato.core.azure;

import coldpotato.core.azure.VpnConnection.Over;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether the names that VPN gateways and their connections use are names of something, and the tunnels have a way at all. */
final class VpnConsistency {
    private final HybridNetwork network;
    private final Consumer<Inconsistency> found;

    VpnConsistency(HybridNetwork network, Consumer<Inconsistency> found) {
        this.network = network;
        this.found = found;
    }

    void check() {
        network.virtualNetworks().values().forEach(vnet -> vnet.vpnGateway()
                .map(VpnGateway::sku)
                .filter(sku -> VpnSku.catalogue().find(sku).isEmpty())
                .ifPresent(sku -> add(
                        ModelPath.vpnGateway(vnet.name()) + ".sku",
                        "no VPN gateway SKU is called " + sku,
                        VpnSku.catalogue().suggest(sku))));
        network.vpnConnections().values().forEach(this::connection);
    }

    private void connection(VpnConnection connection) {
        String path = ModelPath.vpnConnection(connection.name());
        Set<String> owners =
                Sets.union(network.virtualNetworks().keySet(), network.hubs().keySet());
        name(path + ".vnet", "virtual network or hub", connection.gateway(), owners);
        connection.otherGateway().ifPresent(other -> name(path + ".to", "virtual network or hub", other, owners));
        connection.customer().ifPresent(customer -> router(path, connection, customer.router()));
        if (!connection.bgp()
                && connection.prefixes().isEmpty()
                && connection.customer().isPresent()) {
            add(path, "without BGP the gateway needs to know the prefixes of the other end", ImmutableList.of());
        }
    }

    private void router(String path, VpnConnection connection, String router) {
        name(
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
            add(path, router + " has no link with Microsoft peering", ImmutableList.of());
        } else if (connection.over() == Over.INTERNET
                && !internet
                && !network.internetLinks().isEmpty()) {
            add(path, router + " has no Internet link", ImmutableList.of());
        } else if (connection.over() == Over.BEST_ROUTE
                && !internet
                && connection.address().isEmpty()
                && !network.internetLinks().isEmpty()) {
            add(path, router + " has no Internet link; say its public address", ImmutableList.of());
        }
    }

    private void name(String path, String kind, String name, Collection<String> known) {
        if (!known.contains(name)) {
            add(path, "no " + kind + " is called " + name, Catalogue.suggest(name, known));
        }
    }

    private void add(String path, String text, ImmutableList<String> suggestions) {
        found.accept(new Inconsistency(path, text, suggestions));
    }
}

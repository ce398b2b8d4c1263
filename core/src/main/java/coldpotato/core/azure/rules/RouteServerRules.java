package coldpotato.core.azure.rules;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal.Count;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;

/** What Azure refuses about Route Servers and the appliances that peer with them. */
final class RouteServerRules {
    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;

    RouteServerRules(HybridNetwork network, Consumer<Refusal> refusals) {
        this.network = network;
        this.refusals = refusals;
    }

    void check(VirtualNetwork vnet) {
        if (vnet.routeServer().isEmpty()) {
            return;
        }
        String path = ModelPath.routeServer(vnet.name());
        Optional.ofNullable(vnet.subnets().get(Subnet.ROUTE_SERVER_SUBNET))
                .flatMap(Subnet::routeTable)
                .ifPresent(table -> refuse(
                        path,
                        Subnet.ROUTE_SERVER_SUBNET + " takes no route table, such as " + table,
                        Document.ROUTE_SERVER_FAQ));
        int peers = network.appliancesAt(vnet).size();
        if (peers > Documented.ROUTE_SERVER_PEERS_MAX) {
            refusals.accept(Refusal.beyond(
                    path,
                    new Count(peers, "appliances peer with it", Documented.ROUTE_SERVER_PEERS_MAX),
                    "a Route Server takes " + Documented.ROUTE_SERVER_PEERS_MAX,
                    Document.ROUTE_SERVER_LIMITS));
        }
        if (vnet.routeServer().get().branchToBranch()) {
            vnet.vpnGateway().ifPresent(gateway -> exchange(path, gateway));
        }
        if (vnet.gateway().isPresent() && vnet.prefixes().stream().anyMatch(prefix -> prefix.family() == Family.IPV6)) {
            refuse(path, "VNet " + vnet.name() + " has IPv6, which does not go with Route Server", Document.IPV6);
        }
    }

    private void exchange(String path, VpnGateway gateway) {
        if (!gateway.asn().equals(Documented.GATEWAY_ASN)) {
            refuse(
                    path,
                    "branch-to-branch takes a VPN gateway of AS " + Documented.GATEWAY_ASN + ", not of AS "
                            + gateway.asn(),
                    Document.ROUTE_SERVER_EXCHANGE);
        }
        if (!gateway.activeActive()) {
            refuse(path, "branch-to-branch takes a VPN gateway that is active-active", Document.ROUTE_SERVER_EXCHANGE);
        }
    }

    void check(Appliance appliance) {
        Optional<RouteServerPeering> peering = appliance.bgp().flatMap(ApplianceBgp::routeServer);
        if (peering.isEmpty()) {
            return;
        }
        String path = ModelPath.appliance(appliance.name());
        asn(path, appliance.bgp().get().asn());
        VirtualNetwork vnet = network.virtualNetworks().get(peering.get().virtualNetwork());
        if (!isNear(appliance.virtualNetwork(), vnet.name())) {
            refuse(
                    path,
                    appliance.virtualNetwork() + " is neither the VNet of the Route Server nor peered with it",
                    Document.ROUTE_SERVER_FAQ);
        }
    }

    private void asn(String path, Asn asn) {
        if (Documented.isReservedByAzure(asn)) {
            refuse(path, "AS " + asn + " is reserved by Azure or IANA", Document.ROUTE_SERVER_FAQ);
        } else if (asn.toInt() >>> 16 != 0) {
            refuse(path, "AS " + asn + " has 32 bits, while Route Server takes 16", Document.ROUTE_SERVER_FAQ);
        }
    }

    private boolean isNear(String home, String routeServers) {
        return home.equals(routeServers)
                || network.vnetPeerings().values().stream()
                        .anyMatch(peering -> ImmutableList.of(peering.hub(), peering.spoke())
                                .containsAll(ImmutableList.of(home, routeServers)));
    }

    private void refuse(String path, String reason, Document source) {
        refusals.accept(new Refusal(path, reason, source));
    }
}

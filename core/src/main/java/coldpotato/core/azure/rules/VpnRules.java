package coldpotato.core.azure.rules;

import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.azure.PublicAddresses;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.VpnSku;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.rules.Refusal.Count;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Consumer;

/** What Azure refuses about VPN gateways and their connections. */
final class VpnRules {
    private static final ImmutableSet<Long> AZURE_ASNS =
            ImmutableSet.of(8074L, 8075L, 12076L, 65515L, 65517L, 65518L, 65519L, 65520L);

    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;
    private final Grounds grounds;

    VpnRules(HybridNetwork network, Consumer<Refusal> refusals, Grounds grounds) {
        this.network = network;
        this.refusals = refusals;
        this.grounds = grounds;
    }

    void check(VirtualNetwork vnet) {
        vnet.vpnGateway().ifPresent(gateway -> {
            String path = ModelPath.vpnGateway(vnet.name());
            check(path, vnet.name(), gateway);
            vnet.gateway().ifPresent(expressRoute -> beside(path, vnet, gateway));
            gateway.pointToSite().ifPresent(clients -> clients(path, gateway, clients, vnet.prefixes()));
        });
    }

    /** The gateway itself, whoever owns it. */
    void check(String path, String owner, VpnGateway gateway) {
        size(path, owner, gateway);
        if (gateway.bgp()) {
            asn(path, gateway.asn(), !gateway.asn().equals(Documented.GATEWAY_ASN));
        }
        if (!gateway.routeBased() && gateway.bgp()) {
            refuse(path, "a policy-based gateway does not speak BGP", Document.VPN_BGP);
        }
        if (!gateway.routeBased() && gateway.activeActive()) {
            refuse(path, "a policy-based gateway cannot be active-active", Document.VPN_SKUS);
        }
        gateway.publicAddresses().stream()
                .filter(address -> PublicAddresses.isNotPublic(Prefix.host(address)))
                .forEach(address -> refuse(path, address + " is not public", Document.VPN_BGP));
    }

    void check(VpnConnection connection) {
        String path = ModelPath.vpnConnection(connection.name());
        end(path, connection, connection.gateway());
        connection.otherGateway().ifPresent(other -> end(path, connection, other));
        if (connection.bgp()) {
            sides(path, connection);
        }
        connection.prefixes().stream()
                .filter(prefix -> prefix.family() == Family.IPV6)
                .forEach(prefix -> refuse(path, prefix + " is IPv6; VPN gateways carry IPv4 only", Document.IPV6));
        connection.bgpAddresses().ifPresent(addresses -> {
            custom(path, addresses.gateway());
            custom(path, addresses.router());
            if (connection.address().equals(Optional.of(addresses.router()))) {
                refuse(
                        path,
                        "the router's BGP address " + addresses.router() + " is its public address",
                        Document.VPN_BGP);
            }
        });
    }

    private void size(String path, String owner, VpnGateway gateway) {
        Optional<VpnSku> sku = VpnSku.catalogue().find(gateway.sku());
        sku.filter(small -> !small.bgp()).ifPresent(small -> {
            if (gateway.bgp()) {
                refuse(path, small.name() + " does not speak BGP", Document.VPN_SKUS);
            }
            if (gateway.activeActive()) {
                refuse(path, small.name() + " cannot be active-active", Document.VPN_SKUS);
            }
        });
        int tunnels =
                network.vpnConnectionsOf(owner).size() * gateway.instances().size();
        sku.map(size -> size.tunnelsMax(grounds))
                .filter(max -> tunnels > max)
                .map(max -> Refusal.beyond(
                        path, new Count(tunnels, "tunnels", max), gateway.sku() + " takes " + max, Document.VPN_SKUS))
                .ifPresent(refusals);
    }

    /** Beside an ExpressRoute gateway; what Route Server asks of it is told by RouteServerRules. */
    private void beside(String path, VirtualNetwork vnet, VpnGateway gateway) {
        if (!gateway.routeBased()) {
            refuse(path, "beside an ExpressRoute gateway it must be route-based", Document.COEXIST_PORTAL);
        }
        if (gateway.sku().equalsIgnoreCase("Basic")) {
            refuse(path, "Basic does not stand beside an ExpressRoute gateway", Document.COEXIST_PORTAL);
        }
    }

    private void end(String path, VpnConnection connection, String owner) {
        Optional<VpnGateway> gateway = network.vpnGateway(owner);
        if (gateway.isEmpty()) {
            refuse(path, owner + " has no VPN gateway", Document.VPN_SKUS);
        }
        if (connection.bgp() && gateway.map(known -> !known.bgp()).orElse(false)) {
            refuse(path, "BGP is off at the VPN gateway of " + owner, Document.VPN_BGP);
        }
    }

    private void sides(String path, VpnConnection connection) {
        Optional<Asn> gateway = network.vpnGateway(connection.gateway()).map(VpnGateway::asn);
        Optional<Asn> other = connection
                .customer()
                .map(customer -> network.siteAt(customer.router()).asn())
                .or(() -> connection.otherGateway().flatMap(network::vpnGateway).map(VpnGateway::asn));
        connection
                .customer()
                .map(customer -> network.siteAt(customer.router()).asn())
                .ifPresent(asn -> asn(path, asn, true));
        if (gateway.isPresent() && gateway.equals(other)) {
            refuse(
                    path,
                    "both ends are AS " + gateway.get() + ", so that they cannot exchange routes",
                    connection.otherGateway().isPresent() ? Document.INTEROPERABILITY : Document.VPN_BGP);
        }
    }

    private void asn(String path, Asn asn, boolean chosen) {
        if (asn.value() > Documented.VPN_ASN_MAX) {
            refuse(path, "AS " + asn + " has more than 16 bits", Document.VPN_BGP);
        } else if (chosen && AZURE_ASNS.contains(asn.value())) {
            refuse(path, "AS " + asn + " is reserved by Azure", Document.VPN_BGP);
        } else if (asn.isDocumentation() || asn.value() == Asn.AS_TRANS || asn.value() == Documented.VPN_ASN_MAX) {
            refuse(path, "AS " + asn + " is reserved by IANA", Document.VPN_BGP);
        }
    }

    private void custom(String path, IpAddress address) {
        if (address.compareTo(Documented.VPN_CUSTOM_ADDRESS_FIRST) < 0
                || address.compareTo(Documented.VPN_CUSTOM_ADDRESS_LAST) > 0) {
            refuse(
                    path,
                    "BGP address " + address + " is not from " + Documented.VPN_CUSTOM_ADDRESS_FIRST + " to "
                            + Documented.VPN_CUSTOM_ADDRESS_LAST,
                    Document.VPN_CUSTOM_ADDRESSES);
        }
    }

    /** Point-to-site. */
    private void clients(String path, VpnGateway gateway, PointToSite clients, ImmutableSet<Prefix> vnet) {
        if (clients.protocols().contains(Protocol.SSTP) && clients.protocols().contains(Protocol.OPENVPN)) {
            refuse(path, "SSTP and OpenVPN do not go together", Document.VPN_PROTOCOLS);
        }
        if (gateway.sku().equalsIgnoreCase("Basic")) {
            clients.protocols().stream()
                    .filter(protocol -> protocol != Protocol.SSTP)
                    .forEach(protocol -> refuse(path, "Basic does not speak " + protocol.text(), Document.VPN_SKUS));
        }
        if (!gateway.routeBased()) {
            refuse(path, "point-to-site needs a route-based gateway", Document.VPN_PROTOCOLS);
        }
        vnet.stream()
                .filter(clients.addressPool()::overlaps)
                .forEach(prefix -> refuse(
                        path, "address pool " + clients.addressPool() + " overlaps " + prefix, Document.VPN_PROTOCOLS));
    }

    private void refuse(String path, String reason, Document source) {
        refusals.accept(new Refusal(path, reason, source));
    }
}

package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.VpnSku;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.net.Asn;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Configures a VPN gateway or one of its connections, or connects computers to it. */
public sealed interface VpnOperation extends Operation {

    /** Makes a connection that the file describes, or deletes it. */
    record SetConnected(String connection, boolean connected) implements VpnOperation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return connected ? "is made" : "is deleted";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            VpnConnection before = Parts.named(network.vpnConnections(), "VPN connection", connection);
            checkArgument(
                    before.connected() != connected,
                    "VPN connection %s is %s already at this time",
                    connection,
                    connected ? "there" : "gone");
            return network.toBuilder().put(before.withConnected(connected)).build();
        }
    }

    /** Gives the gateway of a VNet or a hub another AS. */
    record SetAsn(String owner, Asn asn) implements VpnOperation {
        @Override
        public String element() {
            return owner;
        }

        @Override
        public String text() {
            return "gets AS " + asn + " at its VPN gateway";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return VpnOperation.change(network, owner, gateway -> gateway.withAsn(asn));
        }
    }

    /** Makes the second instance of the gateway of a VNet or a hub active too, or lets it wait. */
    record SetActiveActive(String owner, boolean activeActive) implements VpnOperation {
        @Override
        public String element() {
            return owner;
        }

        @Override
        public String text() {
            return activeActive ? "gets an active-active VPN gateway" : "gets an active-standby VPN gateway";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return VpnOperation.change(network, owner, gateway -> gateway.withActiveActive(activeActive));
        }
    }

    /** Gives the gateway of a VNet or a hub another size, one of {@link VpnSku}. */
    record SetSku(String owner, String sku) implements VpnOperation {
        @Override
        public String element() {
            return owner;
        }

        @Override
        public String text() {
            return "gets a VPN gateway of size " + sku;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            String listed = VpnSku.catalogue().get(sku).name();
            return VpnOperation.change(network, owner, gateway -> gateway.withSku(listed));
        }
    }

    /** So many computers connect to a gateway; those beyond the quota are refused, the others are in. */
    record ConnectClients(String owner, Protocol protocol, int count) implements VpnOperation {
        @Override
        public String element() {
            return owner;
        }

        @Override
        public String text() {
            return "is called by " + count + " computers with " + protocol.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            PointToSite clients = clients(network, owner);
            return VpnOperation.change(
                    network,
                    owner,
                    gateway -> gateway.withPointToSite(
                            clients.with(protocol, clients.connected(protocol) + accepted(network))));
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            int accepted = accepted(before);
            return accepted == count
                    ? ImmutableList.of()
                    : ImmutableList.of(new Refusal(
                            ModelPath.vpnGateway(owner),
                            count - accepted + " of " + count + " " + protocol.text() + " clients refused: "
                                    + why(before),
                            protocol == Protocol.SSTP ? Document.VPN_PROTOCOLS : Document.VPN_SKUS));
        }

        /** Part of what is asked for is done where the rest is refused. */
        @Override
        public OperationResult apply(HybridNetwork network) {
            return new OperationResult(change(network), refusals(network));
        }

        private int accepted(HybridNetwork network) {
            PointToSite clients = clients(network, owner);
            if (!clients.protocols().contains(protocol)) {
                return 0;
            }
            int room = clients.room(protocol, sku(network)) - clients.connected(protocol);
            return (int) Math.max(0, Math.min(count, Math.min(room, clients.addresses() - clients.total())));
        }

        private String why(HybridNetwork network) {
            PointToSite clients = clients(network, owner);
            if (!clients.protocols().contains(protocol)) {
                return "the gateway does not speak it";
            }
            int room = clients.room(protocol, sku(network));
            if (clients.addresses() - clients.total() < Math.min(count, room - clients.connected(protocol))) {
                return "no address is left in " + clients.addressPool();
            }
            return protocol == Protocol.SSTP
                    ? "SSTP ends at " + room + ", whatever the size"
                    : sku(network) + " takes " + room;
        }

        private String sku(HybridNetwork network) {
            return network.vpnGateway(owner).orElseThrow().sku();
        }
    }

    /** So many computers leave a gateway. */
    record DisconnectClients(String owner, Protocol protocol, int count) implements VpnOperation {
        @Override
        public String element() {
            return owner;
        }

        @Override
        public String text() {
            return "is left by " + count + " computers with " + protocol.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            PointToSite clients = clients(network, owner);
            checkArgument(
                    clients.connected(protocol) >= count,
                    "%s computers are connected to %s with %s at this time",
                    clients.connected(protocol),
                    owner,
                    protocol.text());
            return VpnOperation.change(
                    network,
                    owner,
                    gateway -> gateway.withPointToSite(clients.with(protocol, clients.connected(protocol) - count)));
        }
    }

    private static PointToSite clients(HybridNetwork network, String owner) {
        return network.vpnGateway(owner)
                .flatMap(VpnGateway::pointToSite)
                .orElseThrow(() -> new IllegalArgumentException(owner + " has no point-to-site"));
    }

    /** Changes the VPN gateway of a VNet or a hub. */
    private static HybridNetwork change(HybridNetwork network, String owner, UnaryOperator<VpnGateway> change) {
        VpnGateway before = network.vpnGateway(owner)
                .orElseThrow(() -> new IllegalArgumentException(owner + " has no VPN gateway"));
        Optional<VpnGateway> after = Optional.of(change.apply(before));
        VirtualHub hub = network.hubs().get(owner);
        return hub != null
                ? network.toBuilder().put(hub.withVpnGateway(after)).build()
                : network.toBuilder()
                        .put(network.virtualNetworks().get(owner).toBuilder()
                                .vpnGateway(after)
                                .build())
                        .build();
    }
}

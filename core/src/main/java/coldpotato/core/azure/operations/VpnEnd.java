package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLinkBuilder;
import java.util.function.UnaryOperator;

/**
 * The customer's router at a VPN connection.
 *
 * @param connection name of the connection
 */
public record VpnEnd(String connection) implements CustomerEnd {

    @Override
    public PeeringKind kind() {
        return PeeringKind.PRIVATE;
    }

    @Override
    public PeeringLink link(HybridNetwork network) {
        return Parts.named(network.vpnConnections(), "VPN connection", connection)
                .customer()
                .orElseThrow(() -> new IllegalArgumentException(connection + " leads to a gateway, not to a router"));
    }

    @Override
    public HybridNetwork change(HybridNetwork network, UnaryOperator<PeeringLinkBuilder> change) {
        PeeringLink changed = change.apply(link(network).toBuilder()).build();
        return network.toBuilder()
                .put(network.vpnConnections().get(connection).withCustomer(changed))
                .build();
    }

    @Override
    public String toString() {
        return connection;
    }
}

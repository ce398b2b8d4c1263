package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Configures the ExpressRoute gateway of a VNet, or what its connections do. */
public sealed interface GatewayOperation extends Operation {

    /** Gives a gateway another size; up to half an hour may pass in Azure, none passes here. */
    record SetGatewaySku(String virtualNetwork, String sku, int scaleUnits) implements GatewayOperation {
        @Override
        public String element() {
            return virtualNetwork;
        }

        @Override
        public String text() {
            return "gets gateway " + sku + (sku.equals(GatewaySku.SCALE) ? " of " + scaleUnits + " scale units" : "");
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return put(network, virtualNetwork, gateway(network, virtualNetwork).withSize(sku, scaleUnits));
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            ExpressRouteGateway from = gateway(before, virtualNetwork);
            boolean possible =
                    GatewaySku.of(from).map(size -> size.mayBecome(sku)).orElse(true);
            return possible
                    ? ImmutableList.of()
                    : ImmutableList.of(new Refusal(
                            ModelPath.gateway(virtualNetwork),
                            from.sku() + " does not become " + sku + "; the gateway has to be deleted and made anew",
                            Document.GATEWAYS));
        }
    }

    /** Sets whose routes a gateway takes besides those of on-premises; empty leaves a setting as it is. */
    record SetRemoteTraffic(String virtualNetwork, Optional<Boolean> vnets, Optional<Boolean> virtualWan)
            implements GatewayOperation {
        @Override
        public String element() {
            return virtualNetwork;
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder("takes");
            vnets.ifPresent(on -> text.append(on ? " routes" : " no routes").append(" of remote VNets"));
            text.append(vnets.isPresent() && virtualWan.isPresent() ? " and" : "");
            virtualWan.ifPresent(
                    on -> text.append(on ? " routes" : " no routes").append(" of remote Virtual WANs"));
            return text.toString();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            ExpressRouteGateway from = gateway(network, virtualNetwork);
            return put(
                    network,
                    virtualNetwork,
                    from.taking(vnets.orElse(from.remoteVnets()), virtualWan.orElse(from.virtualWan())));
        }
    }

    /** Switches FastPath of a connection on or off. */
    record SetFastPath(String connection, boolean fastPath) implements GatewayOperation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return fastPath ? "gets FastPath" : "loses FastPath";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Connection from = Parts.named(network.connections(), "connection", connection);
            return network.toBuilder().put(from.withFastPath(fastPath)).build();
        }
    }

    private static ExpressRouteGateway gateway(HybridNetwork network, String virtualNetwork) {
        VirtualNetwork vnet = Parts.named(network.virtualNetworks(), "virtual network", virtualNetwork);
        checkArgument(vnet.gateway().isPresent(), "%s has no ExpressRoute gateway", virtualNetwork);
        return vnet.gateway().get();
    }

    private static HybridNetwork put(HybridNetwork network, String virtualNetwork, ExpressRouteGateway gateway) {
        return network.toBuilder()
                .put(network.virtualNetworks().get(virtualNetwork).toBuilder()
                        .gateway(Optional.of(gateway))
                        .build())
                .build();
    }
}

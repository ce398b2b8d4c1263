package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLinkBuilder;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The customer's end of something that BGP runs over: of a link of a peering, or of a VPN connection. Its text is its name. */
public sealed interface CustomerEnd permits PeeringLeg, VpnEnd {

    /** Which of the prefixes of a site are announced there unless somebody says others. */
    PeeringKind kind();

    /** @throws IllegalArgumentException if the model has no such end */
    PeeringLink link(HybridNetwork network);

    /**
     * The model with this end changed.
     *
     * @throws IllegalArgumentException if the model has no such end
     */
    HybridNetwork change(HybridNetwork network, UnaryOperator<PeeringLinkBuilder> change);

    /** The ends of all links of all peerings, in order. */
    static Stream<PeeringLeg> peerings(HybridNetwork network) {
        return network.circuits().values().stream()
                .flatMap(circuit -> circuit.peerings().stream().flatMap(peering -> Arrays.stream(Leg.values())
                        .map(leg -> new PeeringLeg(circuit.name(), leg, peering.kind()))));
    }

    /** The ends of all VPN connections that lead to a router, in order. */
    static Stream<VpnEnd> vpns(HybridNetwork network) {
        return network.vpnConnections().values().stream()
                .filter(connection -> connection.customer().isPresent())
                .map(connection -> new VpnEnd(connection.name()));
    }
}

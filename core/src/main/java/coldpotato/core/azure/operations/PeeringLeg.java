package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLinkBuilder;
import java.util.function.UnaryOperator;

/**
 * One link of one peering, written {@code er-ams.primary.private}.
 *
 * @param circuit name of the circuit
 * @param leg which of its links
 * @param kind which of its peerings
 */
public record PeeringLeg(String circuit, Leg leg, PeeringKind kind) implements CustomerEnd {

    @Override
    public PeeringLink link(HybridNetwork network) {
        return Parts.peering(network, circuit, kind).link(leg);
    }

    @Override
    public HybridNetwork change(HybridNetwork network, UnaryOperator<PeeringLinkBuilder> change) {
        PeeringLink changed = change.apply(link(network).toBuilder()).build();
        return Parts.put(network, circuit, Parts.peering(network, circuit, kind).withLink(leg, changed));
    }

    @Override
    public String toString() {
        return circuit + "." + leg.text() + "." + kind.text();
    }
}

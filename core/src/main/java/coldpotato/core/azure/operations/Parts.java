package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import com.google.common.collect.ImmutableMap;
import java.util.function.UnaryOperator;

/** Ways to the parts of a model that operations change, and back. */
final class Parts {
    private Parts() {}

    static <T> T named(ImmutableMap<String, T> all, String kind, String name) {
        checkArgument(all.containsKey(name), "no %s is called %s", kind, name);
        return all.get(name);
    }

    static Peering peering(HybridNetwork network, String circuit, PeeringKind kind) {
        return named(network.circuits(), "circuit", circuit).peerings().stream()
                .filter(peering -> peering.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(circuit + " has no " + kind.title()));
    }

    static MicrosoftPeering microsoftPeering(HybridNetwork network, String circuit) {
        return (MicrosoftPeering) peering(network, circuit, PeeringKind.MICROSOFT);
    }

    static HybridNetwork put(HybridNetwork network, String circuit, Peering peering) {
        return network.toBuilder()
                .put(network.circuits().get(circuit).withPeering(peering))
                .build();
    }

    /** Changes the terms of a circuit. */
    static HybridNetwork change(HybridNetwork network, String circuit, UnaryOperator<CircuitTerms> change) {
        Circuit from = named(network.circuits(), "circuit", circuit);
        return network.toBuilder()
                .put(from.toBuilder().terms(change.apply(from.terms())).build())
                .build();
    }
}

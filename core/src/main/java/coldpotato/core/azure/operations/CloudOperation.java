package coldpotato.core.azure.operations;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.InterconnectRules;
import coldpotato.core.azure.rules.Refusal;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Configures another cloud, at that cloud. */
public sealed interface CloudOperation extends Operation {

    /** Deletes Oracle's end of an interconnect; the private peering that Oracle configured goes with it. */
    record DeleteFastConnect(String cloud) implements CloudOperation {
        @Override
        public String element() {
            return cloud;
        }

        @Override
        public String text() {
            return "loses its FastConnect";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            ForeignCloud from = Parts.named(network.clouds(), "other cloud", cloud);
            HybridNetworkBuilder after = network.toBuilder().put(from.withoutFastConnect());
            for (Circuit circuit : circuits(network)) {
                after.put(circuit.toBuilder()
                        .privatePeering(Optional.empty())
                        .terms(circuit.terms().withProvisioning(CircuitTerms.Provisioning.NOT_PROVISIONED))
                        .build());
            }
            return after.build();
        }

        /** Connections go first (configure-azure-oci-networking.md). */
        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return circuits(before).stream()
                    .flatMap(circuit -> before.connectionsOf(circuit).stream())
                    .map(connection -> new Refusal(
                            ModelPath.cloud(cloud),
                            "connection " + connection.name()
                                    + " uses it; delete that first, then FastConnect, then the" + " circuit",
                            Document.OCI))
                    .collect(ImmutableList.toImmutableList());
        }

        /** What a connection without peering would be makes no sense, and is not looked at. */
        @Override
        public OperationResult apply(HybridNetwork network) {
            ImmutableList<Refusal> refusals = refusals(network);
            return refusals.isEmpty() ? CloudOperation.super.apply(network) : new OperationResult(network, refusals);
        }

        private ImmutableList<Circuit> circuits(HybridNetwork network) {
            return network.circuits().values().stream()
                    .filter(circuit -> InterconnectRules.oracle(network, circuit)
                            .map(ForeignCloud::name)
                            .equals(Optional.of(cloud)))
                    .collect(ImmutableList.toImmutableList());
        }
    }
}

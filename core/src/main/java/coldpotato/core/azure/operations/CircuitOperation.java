package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.rules.DeletionRules;
import coldpotato.core.azure.rules.InterconnectRules;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.azure.rules.SkuRules;
import coldpotato.core.azure.rules.TermsRules;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Configures a circuit as a whole. */
public sealed interface CircuitOperation extends Operation {

    /** Gives a circuit another SKU. */
    record SetSku(String circuit, Circuit.Sku sku) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "becomes " + sku.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return network.toBuilder()
                    .put(Parts.named(network.circuits(), "circuit", circuit).toBuilder()
                            .sku(sku)
                            .build())
                    .build();
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return SkuRules.refusals(before, Parts.named(before.circuits(), "circuit", circuit), sku);
        }
    }

    /** Gives a circuit more bandwidth, without an interruption (expressroute-faqs.md). */
    record SetBandwidth(String circuit, long bandwidthMbps) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "gets a bandwidth of " + bandwidthMbps + " Mbps";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return network.toBuilder()
                    .put(Parts.named(network.circuits(), "circuit", circuit).toBuilder()
                            .bandwidthMbps(bandwidthMbps)
                            .build())
                    .build();
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return TermsRules.bandwidth(Parts.named(before.circuits(), "circuit", circuit), bandwidthMbps);
        }
    }

    /** Has traffic paid for in another way. */
    record SetBilling(String circuit, CircuitTerms.Billing billing) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "is billed " + billing.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, circuit, terms -> terms.withBilling(billing));
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return TermsRules.billing(Parts.named(before.circuits(), "circuit", circuit), billing);
        }
    }

    /** The provider provisions a circuit, or takes it back. Azure is not asked. */
    record SetProvisioning(String circuit, CircuitTerms.Provisioning provisioning) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "is " + provisioning.text() + " by the provider";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, circuit, terms -> terms.withProvisioning(provisioning));
        }

        @Override
        public OperationResult apply(HybridNetwork network) {
            return OperationResult.done(change(network));
        }
    }

    /** Microsoft authorizes a circuit for Microsoft 365 (how-to-routefilter-portal.md). */
    record AuthorizeMicrosoft365(String circuit) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "is authorized for Microsoft 365";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, circuit, terms -> terms.withMicrosoft365(true));
        }
    }

    private static boolean isThere(HybridNetwork network, String circuit, String authorization) {
        return Parts.named(network.circuits(), "circuit", circuit)
                .terms()
                .authorizations()
                .contains(authorization);
    }

    /** Makes an authorization, with which another subscription may make one connection (expressroute-howto-linkvnet-cli.md). */
    record Authorize(String circuit, String authorization) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "gets authorization " + authorization;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            checkArgument(
                    !isThere(network, circuit, authorization),
                    "%s has authorization %s already",
                    circuit,
                    authorization);
            return Parts.change(network, circuit, terms -> terms.withAuthorization(authorization));
        }
    }

    /** Takes an authorization back, and with it the connections that were made by it. */
    record Revoke(String circuit, String authorization) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "loses authorization " + authorization + " and the connections made by it";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            checkArgument(
                    isThere(network, circuit, authorization), "%s has no authorization %s", circuit, authorization);
            HybridNetworkBuilder after = network.toBuilder();
            network.connections().values().stream()
                    .filter(connection -> connection.circuit().equals(circuit)
                            && connection.authorization().equals(Optional.of(authorization)))
                    .forEach(connection -> after.removeConnection(connection.name()));
            return Parts.change(after.build(), circuit, terms -> terms.withoutAuthorization(authorization));
        }
    }

    /** Applies the unchanged configuration again, which mends a failed resource and changes no route (reset-circuit.md). */
    record Reset(String circuit) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "is reset: its configuration is applied again as it is";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, circuit, terms -> terms.withFailed(false));
        }
    }

    /** Deletes a circuit. */
    record Delete(String circuit) implements CircuitOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "is deleted";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.circuits(), "circuit", circuit);
            return network.toBuilder().removeCircuit(circuit).build();
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return DeletionRules.circuit(before, Parts.named(before.circuits(), "circuit", circuit));
        }

        /** What a circuit that is in use would leave behind makes no sense, and is not looked at. An interconnect fails. */
        @Override
        public OperationResult apply(HybridNetwork network) {
            ImmutableList<Refusal> failure =
                    InterconnectRules.deletionFails(network, Parts.named(network.circuits(), "circuit", circuit));
            if (!failure.isEmpty()) {
                return new OperationResult(Parts.change(network, circuit, terms -> terms.withFailed(true)), failure);
            }
            ImmutableList<Refusal> refusals = refusals(network);
            return refusals.isEmpty() ? CircuitOperation.super.apply(network) : new OperationResult(network, refusals);
        }
    }
}

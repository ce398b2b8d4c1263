package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.CircuitTerms.Billing;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal.Count;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What Azure refuses about the terms of circuits, and how many of them there may be. */
public final class TermsRules {
    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;

    TermsRules(HybridNetwork network, Consumer<Refusal> refusals) {
        this.network = network;
        this.refusals = refusals;
    }

    /** Bandwidth only grows, as far as the port allows. */
    public static ImmutableList<Refusal> bandwidth(Circuit circuit, long wantedMbps) {
        String path = ModelPath.circuit(circuit.name());
        if (wantedMbps < circuit.bandwidthMbps()) {
            return refuse(
                    path,
                    "the bandwidth cannot be lowered from " + circuit.bandwidthMbps() + " to " + wantedMbps
                            + " Mbps; make a new circuit",
                    Document.FAQS);
        }
        return circuit.terms()
                .portMbps()
                .filter(port -> wantedMbps > port)
                .map(port -> refuse(
                        path,
                        "the port has capacity for " + port + " Mbps, not for " + wantedMbps
                                + "; make a new circuit on another port",
                        Document.FAQS))
                .orElse(ImmutableList.of());
    }

    /** Unlimited is not given up again, and Local has nothing else. */
    public static ImmutableList<Refusal> billing(Circuit circuit, Billing wanted) {
        return wanted == Billing.METERED && circuit.terms().billing().equals(Optional.of(Billing.UNLIMITED))
                ? refuse(
                        ModelPath.circuit(circuit.name()),
                        "a circuit billed unlimited does not become a metered one",
                        Document.CIRCUIT_PEERINGS)
                : ImmutableList.of();
    }

    void check(Circuit circuit) {
        String path = ModelPath.circuit(circuit.name());
        CircuitTerms terms = circuit.terms();
        if (!terms.isReady() && !circuit.peerings().isEmpty()) {
            refusals.accept(new Refusal(
                    path,
                    "peerings are configured when the provider has the circuit Provisioned, not "
                            + terms.provisioning().orElseThrow().text(),
                    Document.WORKFLOWS));
        }
        if (circuit.sku() == Circuit.Sku.LOCAL && terms.billing().equals(Optional.of(Billing.METERED))) {
            refusals.accept(new Refusal(path, "a Local circuit is billed unlimited, not metered", Document.FAQS));
        }
    }

    /** In each subscription, and in each region of it. */
    void checkQuotas() {
        counted(circuit -> Optional.of(network.subscriptionOf(circuit.name())))
                .forEach((subscription, circuits) ->
                        quota(circuits, Documented.CIRCUITS_MAX, "a subscription", subscription));
        counted(circuit ->
                        circuit.terms().region().map(region -> network.subscriptionOf(circuit.name()) + "/" + region))
                .forEach((region, circuits) ->
                        quota(circuits, Documented.CIRCUITS_IN_REGION_MAX, "a subscription in one region", region));
    }

    private interface Key {
        Optional<String> of(Circuit circuit);
    }

    private TreeMap<String, List<Circuit>> counted(Key key) {
        return network.circuits().values().stream()
                .filter(circuit -> key.of(circuit).isPresent())
                .collect(Collectors.groupingBy(
                        circuit -> key.of(circuit).orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    /** Told at the first circuit too many, though it is not that circuit's: after another one is deleted, it is told elsewhere. */
    private void quota(List<Circuit> circuits, int max, String who, String name) {
        if (circuits.size() > max) {
            refusals.accept(Refusal.beyond(
                            ModelPath.circuit(circuits.get(max).name()),
                            new Count(circuits.size(), "circuits", max),
                            who + " takes " + max,
                            Document.FAQS)
                    .as("circuits of " + name));
        }
    }

    private static ImmutableList<Refusal> refuse(String path, String reason, Document source) {
        return ImmutableList.of(new Refusal(path, reason, source));
    }
}

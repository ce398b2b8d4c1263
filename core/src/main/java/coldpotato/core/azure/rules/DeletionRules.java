package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.grounds.Document;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/** What cannot be deleted while something hangs on it. */
public final class DeletionRules {
    private DeletionRules() {}

    /** Private peering stays while connections or Global Reach exist. */
    public static ImmutableList<Refusal> inUse(HybridNetwork network, String circuit, String what) {
        return users(network, circuit)
                .map(user -> new Refusal(
                        ModelPath.circuit(circuit),
                        what + " of " + circuit + " cannot be deleted while " + user + " uses it",
                        Document.PEERING_SETTINGS))
                .collect(ImmutableList.toImmutableList());
    }

    /** A circuit stays while the provider has provisioned it, or is about to, and while connections or Global Reach exist. */
    public static ImmutableList<Refusal> circuit(HybridNetwork network, Circuit circuit) {
        Stream<Refusal> provider = circuit.terms().provisioning().stream()
                .filter(state -> state != CircuitTerms.Provisioning.NOT_PROVISIONED)
                .map(state -> new Refusal(
                        ModelPath.circuit(circuit.name()),
                        "a circuit cannot be deleted while the provider has it " + state.text()
                                + "; let the provider deprovision it first",
                        Document.WORKFLOWS));
        return Stream.concat(provider, inUse(network, circuit.name(), "circuit").stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<String> users(HybridNetwork network, String circuit) {
        Stream<String> connections = network.connections().values().stream()
                .filter(connection -> connection.circuit().equals(circuit))
                .map(connection -> "connection " + connection.name());
        Stream<String> reaches = network.globalReaches().values().stream()
                .filter(reach ->
                        reach.circuitA().equals(circuit) || reach.circuitB().equals(circuit))
                .map(reach -> "Global Reach " + reach.name());
        return Stream.concat(connections, reaches);
    }
}

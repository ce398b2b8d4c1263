package coldpotato.core.azure;

import com.google.common.collect.ImmutableList;

/**
 * Something that Azure takes and that is unwise all the same.
 *
 * @param modelPath where
 * @param text what may go wrong
 * @param source the document that advises against it
 */
public record Advice(String modelPath, String text, Document source) {

    /** All that there is to say about a model, in its order. */
    public static ImmutableList<Advice> on(HybridNetwork network) {
        ImmutableList.Builder<Advice> advice = ImmutableList.builder();
        for (Circuit circuit : network.circuits().values()) {
            for (Peering peering : circuit.peerings()) {
                String router = peering.primary().router();
                if (router.equals(peering.secondary().router())) {
                    advice.add(new Advice(
                            ModelPath.peering(circuit.name(), peering.kind()),
                            "both links end at " + router + ", which takes the circuit with it when it fails",
                            Document.HIGH_AVAILABILITY));
                }
            }
            if (circuit.provider().oneHandOff()) {
                advice.add(new Advice(
                        ModelPath.circuit(circuit.name()),
                        "both links come over one hand-off, which takes the circuit with it when it fails",
                        Document.HIGH_AVAILABILITY));
            }
        }
        return advice.build();
    }

    @Override
    public String toString() {
        return modelPath + ": " + text + " (" + source.file() + ")";
    }
}

package coldpotato.core.azure;

import com.google.common.collect.ImmutableList;

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
}

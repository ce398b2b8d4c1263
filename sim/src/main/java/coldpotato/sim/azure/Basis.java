package coldpotato.sim.azure;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.sim.plan.Provenance;

/**
 * A part of the model while something is built from it. The values of assumptions are read here and nowhere else, and whatever is
 * built names those that were read.
 */
final class Basis {
    private final HybridNetwork network;
    private final String modelPath;
    private final Grounds grounds;

    Basis(HybridNetwork network, String modelPath) {
        this.network = network;
        this.modelPath = modelPath;
        this.grounds = new Grounds(network.assumptions());
    }

    long nanos(Assumption assumption) {
        return grounds.nanos(assumption);
    }

    int number(Assumption assumption) {
        return grounds.number(assumption);
    }

    String choice(Assumption assumption) {
        return grounds.choice(assumption);
    }

    boolean isOn(Assumption assumption) {
        return grounds.isOn(assumption);
    }

    /** Of what is built now, from all that was read so far. */
    Provenance provenance() {
        return new Provenance(modelPath, network.place(modelPath), grounds.names());
    }
}

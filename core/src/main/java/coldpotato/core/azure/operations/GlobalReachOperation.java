package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.HybridNetwork;

/** Joins two circuits by Global Reach, or parts them. */
public sealed interface GlobalReachOperation extends Operation {

    /** Joins two circuits; the name may be that of one that was taken away. */
    record Connect(GlobalReach globalReach) implements GlobalReachOperation {
        @Override
        public String element() {
            return globalReach.name();
        }

        @Override
        public String text() {
            return "joins " + globalReach.circuitA() + " and " + globalReach.circuitB() + " by Global Reach";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.circuits(), "circuit", globalReach.circuitA());
            Parts.named(network.circuits(), "circuit", globalReach.circuitB());
            checkArgument(
                    !network.globalReaches().containsKey(globalReach.name()),
                    "there is Global Reach %s already at this time",
                    globalReach.name());
            return network.toBuilder().put(globalReach).build();
        }
    }

    /** Parts two circuits. */
    record Disconnect(String globalReach) implements GlobalReachOperation {
        @Override
        public String element() {
            return globalReach;
        }

        @Override
        public String text() {
            return "is deleted";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.globalReaches(), "Global Reach", globalReach);
            return network.toBuilder().removeGlobalReach(globalReach).build();
        }
    }
}

package coldpotato.core.azure.operations;

import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;

/** Configures a port pair of ExpressRoute Direct. */
public sealed interface DirectPortOperation extends Operation {

    /** Opens or shuts one link of a port pair, and with it that link of all its circuits. */
    record SetAdminState(String port, Leg leg, boolean enabled) implements DirectPortOperation {
        @Override
        public String element() {
            return port + "." + leg.text();
        }

        @Override
        public String text() {
            return "is administratively " + (enabled ? "up" : "down");
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            DirectPort from = Parts.named(network.directPorts(), "port pair", port);
            return network.toBuilder().put(from.withShut(leg, !enabled)).build();
        }
    }
}

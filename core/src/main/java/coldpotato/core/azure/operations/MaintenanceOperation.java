package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;

/** Microsoft works on one of its devices, on one at a time (planned-maintenance.md, expressroute-faqs.md). */
public sealed interface MaintenanceOperation extends Operation {

    /**
     * Traffic is led away from a device.
     *
     * @param device an edge router, such as {@code er-ams.msee1}, or a gateway instance, such as {@code hub.gateway1}
     */
    record Begin(String device) implements MaintenanceOperation {
        @Override
        public String element() {
            return device;
        }

        @Override
        public String text() {
            return "goes into maintenance, and traffic is led away from it";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return network.toBuilder().maintain(device).build();
        }
    }

    /** The device takes its share again. */
    record End(String device) implements MaintenanceOperation {
        @Override
        public String element() {
            return device;
        }

        @Override
        public String text() {
            return "comes out of maintenance";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return network.toBuilder().endMaintenance(device).build();
        }
    }
}

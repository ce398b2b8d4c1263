package coldpotato.core.azure;

import java.util.Optional;

/**
 * A connection between the ExpressRoute gateway of a VNet or of a virtual hub and a circuit.
 *
 * @param name unique
 * @param gateway the VNet or hub whose gateway it is
 * @param circuit which circuit
 * @param weight routing weight, 0 to 32000, higher is preferred and looked at before the AS path
 *     (expressroute-optimize-routing.md)
 * @param authorization name of the circuit's authorization that it was made by; needed between subscriptions
 * @param fastPath true if packets from on-premises go past the gateway (about-fastpath.md)
 */
public record Connection(
        String name, String gateway, String circuit, int weight, Optional<String> authorization, boolean fastPath) {

    /** A connection inside one subscription. */
    public Connection(String name, String gateway, String circuit, int weight) {
        this(name, gateway, circuit, weight, Optional.empty());
    }

    /** A connection without FastPath. */
    public Connection(String name, String gateway, String circuit, int weight, Optional<String> authorization) {
        this(name, gateway, circuit, weight, authorization, false);
    }

    /** The same with another weight. */
    public Connection withWeight(int value) {
        return new Connection(name, gateway, circuit, value, authorization, fastPath);
    }

    /** The same with FastPath on or off. */
    public Connection withFastPath(boolean value) {
        return new Connection(name, gateway, circuit, weight, authorization, value);
    }
}

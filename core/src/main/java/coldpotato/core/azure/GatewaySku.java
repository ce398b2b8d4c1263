package coldpotato.core.azure;

import com.google.common.collect.ImmutableList;

/**
 * A size of ExpressRoute gateway (expressroute-about-virtual-network-gateways.md, expressroute-faqs.md).
 *
 * @param name as Azure writes it
 * @param routesLearnedMax routes that it takes from circuits
 * @param circuitsMax circuits that it may be connected to
 * @param circuitsAtOneLocationMax of these, circuits at one peering location
 */
public record GatewaySku(String name, int routesLearnedMax, int circuitsMax, int circuitsAtOneLocationMax) {
    /** The size that grows by scale units. */
    public static final String SCALE = "ErGwScale";

    /** ErGwScale is taken with one scale unit, its smallest; scale units are not modelled. */
    private static final Catalogue<GatewaySku> CATALOGUE = new Catalogue<>(
            ImmutableList.of(
                    new GatewaySku("Standard", 4_000, 4, 4),
                    new GatewaySku("ErGw1AZ", 4_000, 4, 4),
                    new GatewaySku("HighPerformance", 9_500, 8, 4),
                    new GatewaySku("ErGw2AZ", 9_500, 8, 4),
                    new GatewaySku("UltraPerformance", 9_500, 16, 4),
                    new GatewaySku("ErGw3AZ", 9_500, 16, 4),
                    new GatewaySku("ErGwScale", 9_500, 4, 4)),
            GatewaySku::name);

    /** All sizes by name. */
    public static Catalogue<GatewaySku> catalogue() {
        return CATALOGUE;
    }
}

package coldpotato.core.azure;

import coldpotato.core.azure.grounds.Catalogue;
import coldpotato.core.azure.grounds.Document;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A size of ExpressRoute gateway: {@link Document#GATEWAYS}, and for what one location has, {@link Document#FAQS}.
 *
 * @param name as Azure writes it
 * @param megabitsPerSecond what all its instances together carry
 * @param packetsPerSecond what all its instances together carry
 * @param flowsMax connections that may be there at a time
 * @param routesLearnedMax routes that it takes from circuits
 * @param circuitsMax circuits that it may be connected to
 * @param circuitsAtOneLocationMax of these, circuits at one peering location
 * @param fastPath true if its connections may have FastPath
 * @param becomes names of the sizes that it may be changed to; for any other it has to be deleted and made anew
 */
public record GatewaySku(
        String name,
        long megabitsPerSecond,
        long packetsPerSecond,
        long flowsMax,
        int routesLearnedMax,
        int circuitsMax,
        int circuitsAtOneLocationMax,
        boolean fastPath,
        ImmutableSet<String> becomes) {
    /** The size that grows by scale units. */
    public static final String SCALE = "ErGwScale";

    /** Most scale units of {@link #SCALE}. */
    public static final int SCALE_UNITS_MAX = 40;

    /** Scale units from which {@link #SCALE} has FastPath: {@link Document#FAQS}. */
    public static final int SCALE_UNITS_FOR_FASTPATH = 10;

    /** Scale units from which {@link #SCALE} takes 8 circuits, and 16: {@link Document#GATEWAYS}. */
    private static final int SCALE_UNITS_FOR_8_CIRCUITS = 2;

    private static final int SCALE_UNITS_FOR_16_CIRCUITS = 10;

    /** Packets per second of a scale unit of {@link #SCALE}, and above ten units: {@link Document#GATEWAYS}. */
    private static final long PACKETS_PER_UNIT = 100_000;

    private static final long PACKETS_PER_UNIT_OF_MANY = 200_000;

    private static final int UNITS_ARE_MANY_ABOVE = 10;

    /** Circuits of one location that a gateway of any size takes: {@link Document#FAQS}. */
    private static final int CIRCUITS_AT_ONE_LOCATION_MAX = 4;

    /** ErGwScale is listed with one scale unit, its smallest. */
    private static final Catalogue<GatewaySku> CATALOGUE = new Catalogue<>(
            ImmutableList.of(
                    of("Standard", 1_000, 100_000, 200_000, 4_000, 4, false, "HighPerformance", "UltraPerformance"),
                    of("ErGw1AZ", 1_000, 100_000, 200_000, 4_000, 4, false, "ErGw2AZ", "ErGw3AZ"),
                    of("HighPerformance", 2_000, 200_000, 400_000, 9_500, 8, false, "UltraPerformance", "Standard"),
                    of("ErGw2AZ", 2_000, 200_000, 400_000, 9_500, 8, false, "ErGw3AZ", "ErGw1AZ"),
                    of("UltraPerformance", 10_000, 1_000_000, 1_000_000, 9_500, 16, true),
                    of("ErGw3AZ", 10_000, 1_000_000, 1_000_000, 9_500, 16, true),
                    of(SCALE, 1_000, PACKETS_PER_UNIT, 100_000, 9_500, 4, false)),
            GatewaySku::name);

    private static GatewaySku of(
            String name,
            long megabits,
            long packets,
            long flows,
            int learned,
            int circuits,
            boolean fastPath,
            String... becomes) {
        return new GatewaySku(
                name,
                megabits,
                packets,
                flows,
                learned,
                circuits,
                CIRCUITS_AT_ONE_LOCATION_MAX,
                fastPath,
                ImmutableSet.copyOf(becomes));
    }

    /** All sizes by name. */
    public static Catalogue<GatewaySku> catalogue() {
        return CATALOGUE;
    }

    /** The size of a gateway, with its scale units; empty if it is the name of none. */
    public static Optional<GatewaySku> of(ExpressRouteGateway gateway) {
        return CATALOGUE
                .find(gateway.sku())
                .map(sku -> sku.name().equals(SCALE) ? scaled(sku, gateway.scaleUnits()) : sku);
    }

    private static GatewaySku scaled(GatewaySku sku, int units) {
        int circuits =
                units < SCALE_UNITS_FOR_8_CIRCUITS ? sku.circuitsMax : units < SCALE_UNITS_FOR_16_CIRCUITS ? 8 : 16;
        return of(
                sku.name,
                units * sku.megabitsPerSecond,
                units * (units > UNITS_ARE_MANY_ABOVE ? PACKETS_PER_UNIT_OF_MANY : PACKETS_PER_UNIT),
                units * sku.flowsMax,
                sku.routesLearnedMax,
                circuits,
                units >= SCALE_UNITS_FOR_FASTPATH);
    }

    /** True if a gateway may be given the other size without being deleted; false for what is no size. */
    public boolean mayBecome(String other) {
        return catalogue()
                .find(other)
                .map(GatewaySku::name)
                .filter(listed -> name.equals(listed) || becomes.contains(listed))
                .isPresent();
    }
}

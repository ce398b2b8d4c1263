package coldpotato.core.azure;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** What the sizes of ExpressRoute gateway carry, all instances together (expressroute-about-virtual-network-gateways.md). */
public final class GatewayThroughput {
    private static final long BITS_PER_MEGABIT = 1_000_000;

    /** ErGwScale with one scale unit, as {@link GatewaySku} takes it. */
    private static final ImmutableMap<String, Long> MEGABITS = ImmutableMap.<String, Long>builder()
            .put("standard", 1_000L)
            .put("ergw1az", 1_000L)
            .put("highperformance", 2_000L)
            .put("ergw2az", 2_000L)
            .put("ultraperformance", 10_000L)
            .put("ergw3az", 10_000L)
            .put("ergwscale", 1_000L)
            .buildOrThrow();

    private GatewayThroughput() {}

    /** Bits per second of a size, empty for one that the documents do not have. */
    public static Optional<Long> bitsPerSecond(String sku) {
        return Optional.ofNullable(MEGABITS.get(Ascii.toLowerCase(sku))).map(megabits -> megabits * BITS_PER_MEGABIT);
    }
}

package coldpotato.core.azure;

import com.google.common.collect.ImmutableSet;

/** How far a circuit reaches, by its SKU (expressroute-faqs.md, expressroute-introduction.md). */
public final class Reach {
    private Reach() {}

    /** True if VNets of a region may be connected to the circuit, and the region's public prefixes be shown on it. */
    public static boolean covers(Circuit circuit, Region region) {
        return PeeringLocation.catalogue()
                .find(circuit.location())
                .map(location -> covers(circuit.sku(), location, region))
                .orElse(false);
    }

    /**
     * True if the service's prefixes are announced to the circuit's Microsoft peering, for a route filter to choose from: it
     * is on Microsoft peering at all, and in reach, or of no region.
     */
    public static boolean shows(Circuit circuit, PublicService service) {
        ImmutableSet<Region> regions = Region.catalogue().all().stream()
                .filter(region -> carries(service, region))
                .collect(ImmutableSet.toImmutableSet());
        return service.onMicrosoftPeering()
                && (regions.isEmpty() || regions.stream().anyMatch(region -> covers(circuit, region)));
    }

    private static boolean carries(PublicService service, Region region) {
        return region.onMicrosoftPeering().map(service.communities()::contains).orElse(false);
    }

    private static boolean covers(Circuit.Sku sku, PeeringLocation location, Region region) {
        return switch (sku) {
            case LOCAL -> location.localRegions().contains(region.name());
            case STANDARD -> location.geopolitical().equals(region.geopolitical());
            case PREMIUM -> Region.cloudOf(location.geopolitical()).equals(Region.cloudOf(region.geopolitical()));
        };
    }
}

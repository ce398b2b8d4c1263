package coldpotato.core.azure;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An ExpressRoute circuit: two links to a pair of Microsoft edge routers (MSEE) at a peering location.
 *
 * @param name unique
 * @param location name of the peering location
 * @param sku Local, Standard or Premium
 * @param bandwidthMbps on each of the two links and in each direction
 * @param created defaults such as BFD depend on it (expressroute-howto-reset-peering.md)
 * @param provider who carries the links from the site to Microsoft
 * @param metro true if its secondary link ends at the other location of the city (metro.md)
 * @param direct which port pair it is on, if it is of ExpressRoute Direct
 * @param privatePeering towards virtual networks
 * @param microsoftPeering towards Microsoft's public services
 * @param terms what is agreed beside that
 */
public record Circuit(
        String name,
        String location,
        Sku sku,
        long bandwidthMbps,
        LocalDate created,
        Provider provider,
        boolean metro,
        Optional<DirectCircuit> direct,
        Optional<PrivatePeering> privatePeering,
        Optional<MicrosoftPeering> microsoftPeering,
        CircuitTerms terms) {

    /** A circuit of a provider, on the usual terms, with both links at one location. */
    public Circuit(
            String name,
            String location,
            Sku sku,
            long bandwidthMbps,
            LocalDate created,
            Provider provider,
            Optional<PrivatePeering> privatePeering,
            Optional<MicrosoftPeering> microsoftPeering) {
        this(
                name,
                location,
                sku,
                bandwidthMbps,
                created,
                provider,
                false,
                Optional.empty(),
                privatePeering,
                microsoftPeering,
                CircuitTerms.USUAL);
    }

    /** How far a circuit reaches and how much it may carry (expressroute-faqs.md). */
    public enum Sku {
        LOCAL("Local"),
        STANDARD("Standard"),
        PREMIUM("Premium");

        private final String text;

        Sku(String text) {
            this.text = text;
        }

        /** The name as Azure writes it. */
        public String text() {
            return text;
        }
    }

    /** Where one of its links ends. */
    public String location(Leg leg) {
        return metro && leg == Leg.SECONDARY
                ? PeeringLocation.catalogue()
                        .find(location)
                        .flatMap(PeeringLocation::metroTwin)
                        .orElse(location)
                : location;
    }

    /** Its peering of this kind, if it has one. */
    public Optional<? extends Peering> peering(PeeringKind kind) {
        return switch (kind) {
            case PRIVATE -> privatePeering;
            case MICROSOFT -> microsoftPeering;
        };
    }

    /** All its peerings, private first. */
    public ImmutableList<Peering> peerings() {
        ImmutableList.Builder<Peering> all = ImmutableList.builder();
        privatePeering.ifPresent(all::add);
        microsoftPeering.ifPresent(all::add);
        return all.build();
    }

    public CircuitBuilder toBuilder() {
        return new CircuitBuilder(this);
    }

    /** The same with this peering in place of the one of its kind. */
    public Circuit withPeering(Peering peering) {
        return switch (peering.kind()) {
            case PRIVATE ->
                toBuilder()
                        .privatePeering(Optional.of((PrivatePeering) peering))
                        .build();
            case MICROSOFT ->
                toBuilder()
                        .microsoftPeering(Optional.of((MicrosoftPeering) peering))
                        .build();
        };
    }
}

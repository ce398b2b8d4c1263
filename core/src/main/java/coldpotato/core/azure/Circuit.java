package coldpotato.core.azure;

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
 * @param privatePeering towards virtual networks
 * @param microsoftPeering towards Microsoft's public services
 */
public record Circuit(
        String name,
        String location,
        Sku sku,
        long bandwidthMbps,
        LocalDate created,
        Provider provider,
        Optional<PrivatePeering> privatePeering,
        Optional<MicrosoftPeering> microsoftPeering) {

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
}

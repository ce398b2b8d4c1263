package coldpotato.core.azure;

import coldpotato.core.net.Asn;
import java.util.Optional;

/**
 * The connectivity provider of a circuit.
 *
 * @param name what it is called, for people
 * @param asn its AS if it works on layer 3 (speaks BGP with both sides, any-to-any IPVPN); empty on layer 2, where the
 *     customer's router speaks with Microsoft directly
 * @param carrierSeen true if a cut fibre is seen at both ends at once; false if a switch in the path keeps the ports up
 * @param delayNanos one way, from the site to the MSEE
 * @param model how it joins the site with Microsoft
 * @param oneHandOff true if both links come over one physical hand-off, told apart by an outer tag (expressroute-faqs.md)
 */
public record Provider(
        String name,
        Optional<Asn> asn,
        boolean carrierSeen,
        long delayNanos,
        ConnectivityModel model,
        boolean oneHandOff) {

    /** A provider at a cloud exchange with a hand-off for each link. */
    public Provider(String name, Optional<Asn> asn, boolean carrierSeen, long delayNanos) {
        this(name, asn, carrierSeen, delayNanos, ConnectivityModel.CLOUD_EXCHANGE, false);
    }
}

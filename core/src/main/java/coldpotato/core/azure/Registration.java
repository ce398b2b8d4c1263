package coldpotato.core.azure;

import coldpotato.core.net.Asn;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Who the prefixes and AS numbers of a Microsoft peering belong to. No registry is asked: the state is what the model says.
 *
 * @param state what Microsoft makes of it
 * @param customerAsn the AS that the prefixes are registered to, if it is another than that of the peering; a label
 * @param registry where, a label
 */
public record Registration(AdvertisedPublicPrefixesState state, Optional<Asn> customerAsn, Optional<String> registry) {
    /** Nothing in doubt. */
    public static final Registration CONFIGURED =
            new Registration(AdvertisedPublicPrefixesState.CONFIGURED, Optional.empty(), Optional.empty());

    /** The registries that are asked (expressroute-routing.md). */
    public static final ImmutableList<String> REGISTRIES =
            ImmutableList.of("ARIN", "APNIC", "AFRINIC", "LACNIC", "RIPENCC", "RADB", "ALTDB");

    /** The same with another state of the prefixes. */
    public Registration with(AdvertisedPublicPrefixesState value) {
        return new Registration(value, customerAsn, registry);
    }
}

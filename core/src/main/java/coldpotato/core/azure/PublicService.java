package coldpotato.core.azure;

import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Public prefixes of Microsoft that belong together.
 *
 * @param name unique
 * @param prefixes announced over Microsoft peering and to the Internet
 * @param communities region and service values they carry on Microsoft peering (expressroute-routing.md)
 * @param kind what it is, empty if nobody says
 * @param onMicrosoftPeering false for services that are on the Internet only, such as CDN (expressroute-faqs.md)
 */
public record PublicService(
        String name,
        Optional<Workload> kind,
        ImmutableSet<Prefix> prefixes,
        ImmutableSet<Community> communities,
        boolean onMicrosoftPeering) {

    /** A service of no kind in particular. */
    public PublicService(
            String name,
            ImmutableSet<Prefix> prefixes,
            ImmutableSet<Community> communities,
            boolean onMicrosoftPeering) {
        this(name, Optional.empty(), prefixes, communities, onMicrosoftPeering);
    }
}

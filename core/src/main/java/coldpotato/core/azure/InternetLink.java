package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A site's way to the Internet: an eBGP session of an edge router with an Internet provider.
 *
 * @param name unique
 * @param router the edge router
 * @param importPolicy name of the policy for routes from the Internet, empty for none
 * @param exportPolicy name of the policy for routes to the Internet, empty for none
 * @param advertise what is announced, empty for the site's public prefixes
 * @param delayNanos one way
 * @param domain whose network it is in, empty if nobody says
 */
public record InternetLink(
        String name,
        String router,
        String importPolicy,
        String exportPolicy,
        Optional<ImmutableSet<Prefix>> advertise,
        long delayNanos,
        Optional<CongestionDomain> domain) {

    /** A link of which nobody says whose network it is in. */
    public InternetLink(
            String name,
            String router,
            String importPolicy,
            String exportPolicy,
            Optional<ImmutableSet<Prefix>> advertise,
            long delayNanos) {
        this(name, router, importPolicy, exportPolicy, advertise, delayNanos, Optional.empty());
    }

    /** The same with another policy for routes from the Internet. */
    public InternetLink withImportPolicy(String value) {
        return new InternetLink(name, router, value, exportPolicy, advertise, delayNanos, domain);
    }
}

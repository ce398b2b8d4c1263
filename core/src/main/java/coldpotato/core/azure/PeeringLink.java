package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The customer's side of one of the two links of a peering: how the edge router's neighbour Microsoft is configured. With a
 * provider on layer 3, policies, timers, BFD, prepending and the own limit are those of the session with the provider, while
 * key, tag and swapped addresses are those of the provider's router towards Microsoft.
 *
 * @param router name of the edge router
 * @param bfd interval and multiplier, empty for no BFD on this router
 * @param holdNanos hold time that the router proposes
 * @param keepaliveNanos keepalive interval that the router wants
 * @param importPolicy name of the policy for routes from Microsoft, empty for none
 * @param exportPolicy name of the policy for routes to Microsoft, empty for none
 * @param prepend how often the router puts its own AS before the path of what it announces, beyond the one that BGP adds
 * @param advertise what it announces, empty for all that its site has for this kind of peering
 * @param maximumPrefix the router's own limit on received prefixes
 * @param md5 key on the router
 * @param vlan tag on the router where it differs from the peering's, by mistake
 * @param addressesSwapped true if the router has taken Microsoft's address and expects Microsoft at its own, by mistake
 */
public record PeeringLink(
        String router,
        Optional<Bfd> bfd,
        long holdNanos,
        long keepaliveNanos,
        String importPolicy,
        String exportPolicy,
        int prepend,
        Optional<ImmutableSet<Prefix>> advertise,
        OptionalInt maximumPrefix,
        Optional<String> md5,
        OptionalInt vlan,
        boolean addressesSwapped) {

    /** A link with the usual settings: 180 s and 60 s, no BFD, everything announced that the site has. */
    public static PeeringLinkBuilder builder(String router) {
        return new PeeringLinkBuilder(router);
    }

    /** A builder that starts from these settings. */
    public PeeringLinkBuilder toBuilder() {
        return new PeeringLinkBuilder(this);
    }

    /**
     * BFD settings of a router.
     *
     * @param intervalNanos wanted in both directions
     * @param multiplier packets missed before the neighbour is down
     */
    public record Bfd(long intervalNanos, int multiplier) {}
}

package coldpotato.core.azure;

import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * ExpressRoute Global Reach between the private peerings of two circuits (expressroute-global-reach.md).
 *
 * @param name unique
 * @param circuitA one circuit
 * @param circuitB the other
 * @param subnet the /29 for its links, which neither VNets nor sites use
 * @param ipv6Subnet the same for IPv6, a /125; without it IPv6 does not pass
 * @param otherCountries where Azure offers it besides the countries of the list of 2020
 * @param authorization name of an authorization of the other circuit's owner; needed between subscriptions
 * @param delayNanos one way, between the two peering locations
 */
public record GlobalReach(
        String name,
        String circuitA,
        String circuitB,
        Prefix subnet,
        Optional<Prefix> ipv6Subnet,
        ImmutableSet<String> otherCountries,
        Optional<String> authorization,
        long delayNanos) {

    /** Between circuits of one subscription. */
    public GlobalReach(
            String name,
            String circuitA,
            String circuitB,
            Prefix subnet,
            Optional<Prefix> ipv6Subnet,
            ImmutableSet<String> otherCountries,
            long delayNanos) {
        this(name, circuitA, circuitB, subnet, ipv6Subnet, otherCountries, Optional.empty(), delayNanos);
    }

    /** Its subnets in a family. */
    public Optional<Prefix> subnet(Family family) {
        return switch (family) {
            case IPV4 -> Optional.of(subnet);
            case IPV6 -> ipv6Subnet;
        };
    }

    /** True if it is one end of this. */
    public boolean touches(String circuit) {
        return circuitA.equals(circuit) || circuitB.equals(circuit);
    }
}

package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/**
 * Source NAT at the edge of a site (expressroute-asymmetric-routing.md, expressroute-nat.md).
 *
 * @param name unique in the network
 * @param links the links on its outside: names such as {@code er-ams.primary} or an Internet link
 * @param pool the addresses it gives, none of which is a host's
 * @param portsPerAddress how many flows of a protocol one address of the pool is enough for, 1 to {@link #PORTS_MAX}
 * @param bound true if only routers on which it stands and works may be the origin of its pool, false if every router is that
 *     is told to announce it
 * @param inbound true if it translates flows that are opened from the outside, false if those opened at the site
 * @param stateGroup NATs of the same group share their state; by custom the NAT's own name
 */
public record SiteSourceNat(
        String name,
        ImmutableSet<String> links,
        Prefix pool,
        int portsPerAddress,
        boolean bound,
        boolean inbound,
        String stateGroup) {
    /** All ports but those of services. */
    public static final int PORTS_MAX = 64_512;

    /** The same with another pool. */
    public SiteSourceNat withPool(Prefix value) {
        return new SiteSourceNat(name, links, value, portsPerAddress, bound, inbound, stateGroup);
    }
}

package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import java.util.Optional;

/**
 * A link of the wide-area network between two edge routers: the customer's own, or with a provider or another cloud. Routers of one AS joined by such links run one
 * IGP and iBGP among all of them; routers of different AS speak eBGP over it.
 *
 * @param name unique
 * @param routerA one end
 * @param routerB the other end
 * @param igpCost cost in both directions
 * @param delayNanos one way
 * @param importA name of the policy that router A applies to what it hears over an eBGP link, empty for none
 * @param importB the same for router B
 * @param domain whose network it is in, empty if nobody says
 * @param subnet its addresses, router A taking the first usable one; without it the link has addresses that nobody sees
 */
public record WanLink(
        String name,
        String routerA,
        String routerB,
        int igpCost,
        long delayNanos,
        String importA,
        String importB,
        Optional<CongestionDomain> domain,
        Optional<Prefix> subnet) {

    /** A link of which nobody says whose network it is in. */
    public WanLink(
            String name,
            String routerA,
            String routerB,
            int igpCost,
            long delayNanos,
            String importA,
            String importB,
            Optional<Prefix> subnet) {
        this(name, routerA, routerB, igpCost, delayNanos, importA, importB, Optional.empty(), subnet);
    }

    /** A link whose addresses do not matter. */
    public WanLink(
            String name, String routerA, String routerB, int igpCost, long delayNanos, String importA, String importB) {
        this(name, routerA, routerB, igpCost, delayNanos, importA, importB, Optional.empty());
    }

    /** True if it ends at this router. */
    public boolean touches(String router) {
        return routerA.equals(router) || routerB.equals(router);
    }
}

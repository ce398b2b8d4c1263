package coldpotato.core.azure;

/**
 * A link of the customer's own wide-area network between two edge routers. Routers of one AS joined by such links run one
 * IGP and iBGP among all of them; routers of different AS speak eBGP over it.
 *
 * @param name unique
 * @param routerA one end
 * @param routerB the other end
 * @param igpCost cost in both directions
 * @param delayNanos one way
 * @param importA name of the policy that router A applies to what it hears over an eBGP link, empty for none
 * @param importB the same for router B
 */
public record WanLink(
        String name, String routerA, String routerB, int igpCost, long delayNanos, String importA, String importB) {}

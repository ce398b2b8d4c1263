package coldpotato.bgp.rib;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.Prefix;

/**
 * The best path, or the set of equal best paths, of a prefix changed, or what internal neighbours are told in their place.
 *
 * @param family the table
 * @param prefix where the paths lead
 * @param before what was decided until now
 * @param after what is decided from now on; has no best path if the prefix cannot be reached any more
 * @param cause number of the trace event that led to it
 */
public record RibChange(AfiSafi family, Prefix prefix, Decision before, Decision after, long cause) {

    /** True if other paths are used, or one of them carries something else: the forwarding table must know. */
    public boolean routesChanged() {
        return !after.sameRoutes(before);
    }

    /** True if another path is best, or the best one carries something else. */
    public boolean bestChanged() {
        return !Decision.sameRoute(before.best(), after.best());
    }

    /** True if neighbours must know. */
    public boolean toldChanged() {
        return bestChanged() || !Decision.sameRoute(before.external(), after.external());
    }
}

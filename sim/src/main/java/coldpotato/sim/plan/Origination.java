package coldpotato.sim.plan;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/**
 * A prefix that a speaker originates.
 *
 * @param prefix what is announced
 * @param origin ORIGIN
 * @param asPath what stands in the path before the speaker's own AS is added, usually nothing
 * @param communities COMMUNITIES
 */
public record Origination(Prefix prefix, Origin origin, AsPath asPath, ImmutableSet<Community> communities) {

    /** A plain origination, as by a network statement. */
    public static Origination of(Prefix prefix) {
        return new Origination(prefix, Origin.IGP, AsPath.EMPTY, ImmutableSet.of());
    }
}

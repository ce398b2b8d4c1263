package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How many equally good paths are used at once. A candidate is equal if no stage before the tie-breaks prefers another one
 * to it, and adds to the set if no path in it has the same next hop.
 *
 * @param ebgpMax most paths if the best came by eBGP, 1 for no multipath
 * @param ibgpMax most paths if the best came by iBGP, 1 for no multipath
 * @param asPathRelax true if AS_PATHs of equal length are equal, false if they must also begin with the same AS
 * @param groupMax most groups of sessions that the paths may come from
 */
public record Multipath(int ebgpMax, int ibgpMax, boolean asPathRelax, int groupMax) {
    /** Only the best path is used. */
    public static final Multipath NONE = new Multipath(1, 1, false, Integer.MAX_VALUE);

    public Multipath {
        checkArgument(ebgpMax > 0 && ibgpMax > 0 && groupMax > 0, "a limit on paths is at least 1");
    }

    /** Up to so many paths by eBGP and by iBGP. */
    public static Multipath of(int ebgpMax, int ibgpMax, boolean asPathRelax) {
        return new Multipath(ebgpMax, ibgpMax, asPathRelax, Integer.MAX_VALUE);
    }
}

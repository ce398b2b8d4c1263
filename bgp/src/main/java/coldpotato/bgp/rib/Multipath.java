package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many equally good paths are used at once. A candidate is equal if no stage before the tie-breaks prefers another one
 * to it, and adds to the set if no path in it has the same next hop. External and internal paths do not mix.
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

    int pathsMax(Path best) {
        return switch (best.source().kind()) {
            case LOCAL -> 1;
            case EBGP -> ebgpMax;
            case IBGP -> ibgpMax;
        };
    }

    /** The paths to be used out of equal ones, which are given in order of preference. */
    ImmutableList<Path> choose(List<Path> ranked) {
        Path best = ranked.get(0);
        List<Path> chosen = new ArrayList<>();
        for (Path path : ranked) {
            if (chosen.isEmpty() || (chosen.size() < pathsMax(best) && isLike(best, path) && addsTo(chosen, path))) {
                chosen.add(path);
            }
        }
        return ImmutableList.copyOf(chosen);
    }

    private boolean isLike(Path best, Path path) {
        return best.source().kind() == path.source().kind() && (asPathRelax || neighbourAs(best) == neighbourAs(path));
    }

    private boolean addsTo(List<Path> chosen, Path path) {
        boolean newNextHop = chosen.stream()
                .noneMatch(other ->
                        other.attributes().nextHop().equals(path.attributes().nextHop()));
        long groups = Stream.concat(chosen.stream(), Stream.of(path))
                .map(each -> each.source().group())
                .distinct()
                .count();
        return newNextHop && groups <= groupMax;
    }

    private static int neighbourAs(Path path) {
        return path.attributes().asPath().neighbourAs();
    }

    /** Up to so many paths by eBGP and by iBGP. */
    public static Multipath of(int ebgpMax, int ibgpMax, boolean asPathRelax) {
        return new Multipath(ebgpMax, ibgpMax, asPathRelax, Integer.MAX_VALUE);
    }
}

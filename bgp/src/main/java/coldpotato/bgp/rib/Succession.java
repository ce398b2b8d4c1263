package coldpotato.bgp.rib;

import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableSet;

/**
 * A path that stepped in when a better one was lost keeps its place when that one is back, unless the other has a shorter
 * AS_PATH. Looks at history like {@link Preference#INCUMBENT}, yet not at who came first: a path that never stepped in has no
 * advantage. Who stepped in is a group of sessions, not one of them.
 *
 * @param text what the stage asks for
 * @param marks large communities of which such a path carries one
 */
public record Succession(String text, ImmutableSet<LargeCommunity> marks) implements DecisionStage {

    @Override
    public void eliminate(Contest contest) {
        contest.successor()
                .filter(group -> contest.standing().stream().anyMatch(path -> reigns(path, group, contest)))
                .ifPresent(group -> contest.removeIf(path -> !reigns(path, group, contest)));
    }

    private boolean reigns(Path path, String group, Contest contest) {
        return path.source().group().equals(group)
                && marks.stream().anyMatch(mark -> CommunityRank.carries(path, mark))
                && contest.standing().stream().noneMatch(other -> length(other) < length(path));
    }

    private static int length(Path path) {
        return path.attributes().asPath().length();
    }

    /**
     * Whether the best path stands in for one that was lost.
     *
     * @param before what was decided the last time
     * @param best the best path now
     * @param candidates all of them, those that cannot be used included
     */
    static boolean after(Decision before, Path best, Path[] candidates, NextHopCosts costs) {
        if (before.multipath().isEmpty()) {
            return false;
        }
        String group = before.multipath().get(0).source().group();
        if (group.equals(best.source().group())) {
            return before.stoodIn();
        }
        for (Path path : candidates) {
            if (path.source().group().equals(group) && Eligibility.admitsToAll(path, costs)) {
                return false;
            }
        }
        return true;
    }
}

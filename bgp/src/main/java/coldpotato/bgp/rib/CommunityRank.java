package coldpotato.bgp.rib;

import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Prefers paths by the large communities that they carry: marks that a policy set on the way in. A path stands where its best
 * mark stands; paths that carry none of them come last.
 *
 * @param text what the stage asks for
 * @param among only paths that carry this mark compete; all do without it
 * @param ranks the best first; marks of one rank are equal
 */
public record CommunityRank(
        String text, Optional<LargeCommunity> among, ImmutableList<ImmutableSet<LargeCommunity>> ranks)
        implements DecisionStage {

    /** All paths compete, and carriers of any of these marks are preferred. */
    public static CommunityRank carriers(String text, LargeCommunity... marks) {
        return new CommunityRank(text, Optional.empty(), ImmutableList.of(ImmutableSet.copyOf(marks)));
    }

    /** This rank where only the paths that carry a mark compete; the others stay. */
    public CommunityRank among(LargeCommunity mark) {
        return new CommunityRank(text, Optional.of(mark), ranks);
    }

    static boolean carries(Path path, LargeCommunity mark) {
        return path.attributes().largeCommunities().contains(mark);
    }

    @Override
    public void eliminate(Contest contest) {
        int best = contest.standing().stream()
                .filter(this::competes)
                .mapToInt(this::rank)
                .min()
                .orElse(ranks.size());
        contest.removeIf(path -> competes(path) && rank(path) > best);
    }

    private boolean competes(Path path) {
        return among.isEmpty() || carries(path, among.get());
    }

    private int rank(Path path) {
        int rank = 0;
        while (rank < ranks.size() && ranks.get(rank).stream().noneMatch(mark -> carries(path, mark))) {
            rank++;
        }
        return rank;
    }
}

package coldpotato.bgp.rib;

import coldpotato.core.net.LargeCommunity;

/**
 * A stage that is left out unless all candidates that reach it carry a mark.
 *
 * @param condition in words: {@code if all are local}
 * @param mark what all must carry
 * @param then the stage
 */
public record Conditional(String condition, LargeCommunity mark, DecisionStage then) implements DecisionStage {
    @Override
    public String text() {
        return then.text() + ", " + condition;
    }

    @Override
    public void eliminate(Contest contest) {
        if (contest.standing().stream().allMatch(path -> CommunityRank.carries(path, mark))) {
            then.eliminate(contest);
        }
    }
}

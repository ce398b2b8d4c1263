package coldpotato.bgp.rib;

/**
 * A stage that is left out unless something holds of the set that reaches it.
 *
 * @param condition what must hold
 * @param then the stage
 */
public record Conditional(Condition condition, DecisionStage then) implements DecisionStage {
    @Override
    public String text() {
        return then.text() + ", " + condition.text();
    }

    @Override
    public void eliminate(Contest contest) {
        if (condition.holds(contest.standing())) {
            then.eliminate(contest);
        }
    }
}

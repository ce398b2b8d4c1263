package coldpotato.bgp.rib;

/**
 * One stage of the decision process: looks at the whole set of candidates still standing and removes those that lose. What it
 * removes is a function of that set, never of an order in it. Values: equal stages do the same.
 */
public interface DecisionStage {
    /** What the stage asks for, as explanations say it: {@code shortest AS_PATH}. */
    String text();

    /** Removes the candidates that lose; a stage that prefers is called only while several stand, and leaves one or more. */
    void eliminate(Contest contest);
}

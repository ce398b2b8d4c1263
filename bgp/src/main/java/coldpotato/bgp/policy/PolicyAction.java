package coldpotato.bgp.policy;

/** What a rule does with a route that matches, once its set clauses are applied. */
public enum PolicyAction {
    /** The route passes. */
    ACCEPT,
    /** The route does not pass. */
    REFUSE,
    /** The next rule is tried. */
    NEXT
}

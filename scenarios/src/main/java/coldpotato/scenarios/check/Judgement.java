package coldpotato.scenarios.check;

/** What can become of an expectation. */
public enum Judgement {
    /** The run did what was expected. */
    HOLDS,
    /** It did not. */
    FAILED,
    /** Nobody can tell: a router is not ours, or somebody ended the run before. Counts neither for nor against a run. */
    NOT_JUDGED
}

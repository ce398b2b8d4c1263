package coldpotato.bgp.speaker;

/**
 * How many prefixes a neighbour may announce before the session is torn down with a Cease (RFC 4486 subcode 1), or before the
 * trace says so and nothing else happens. Loops do not count: routers treat them as withdrawn.
 *
 * @param prefixes exactly this many are allowed, one more is not
 * @param retryNanos how long the session stays down before it is tried again
 * @param countBeforePolicy true to count what arrives, false to count what the import policy lets in
 * @param tearsDown false if it only warns
 */
public record PrefixLimit(int prefixes, long retryNanos, boolean countBeforePolicy, boolean tearsDown) {
    /** One that tears the session down. */
    public PrefixLimit(int prefixes, long retryNanos, boolean countBeforePolicy) {
        this(prefixes, retryNanos, countBeforePolicy, true);
    }

    /** One of which all that arrives counts, and that only warns. */
    public static PrefixLimit warning(int prefixes) {
        return new PrefixLimit(prefixes, 0, true, false);
    }

    boolean allows(int count) {
        return count <= prefixes;
    }
}

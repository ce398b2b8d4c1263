package coldpotato.bgp.speaker;

/**
 * How many prefixes a neighbour may announce before the session is torn down with a Cease (RFC 4486 subcode 1). Loops do not
 * count: routers treat them as withdrawn.
 *
 * @param prefixes exactly this many are allowed, one more is not
 * @param retryNanos how long the session stays down before it is tried again
 * @param countBeforePolicy true to count what arrives, false to count what the import policy lets in
 */
public record PrefixLimit(int prefixes, long retryNanos, boolean countBeforePolicy) {}

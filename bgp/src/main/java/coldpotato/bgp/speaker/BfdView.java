package coldpotato.bgp.speaker;

import coldpotato.bgp.bfd.BfdState;

/**
 * A running BFD session as it stands.
 *
 * @param detectionTimeNanos how long the neighbour may be silent; 0 before it was ever heard
 */
public record BfdView(BfdState state, long detectionTimeNanos) {}

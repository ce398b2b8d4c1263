package coldpotato.bgp.speaker;

import coldpotato.bgp.rib.NextHopTracking;
import coldpotato.bgp.rib.RibChange;

/**
 * The speaker's door to the router it runs on. It asks how next hops are reached ({@link #track}) once for each that comes
 * into use, without BGP's own help. Changes come back by {@link BgpSpeaker#nextHopChanged}, word of what the forwarding table
 * holds by {@link BgpSpeaker#installed}, and neither ever from inside one of these calls.
 */
public interface Forwarding extends NextHopTracking {
    /** The best path, or the set of equal best paths, of a prefix changed. */
    void bestPathChanged(long nowNanos, RibChange change);
}

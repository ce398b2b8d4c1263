package coldpotato.bgp.speaker;

import coldpotato.bgp.rib.RibChange;
import coldpotato.core.net.IpAddress;

/**
 * The speaker's door to the router it runs on. What comes back, {@code BgpSpeaker.nextHopChanged} and {@code
 * BgpSpeaker.interfaceDown}, arrives as inputs, never from inside one of these calls.
 */
public interface Forwarding {
    /** The best path, or the set of equal best paths, of a prefix changed. */
    void bestPathChanged(long nowNanos, RibChange change);

    /**
     * How well an address can be reached without BGP's own help. Asked once for each next hop that comes into use; from
     * then on the router reports changes by {@code BgpSpeaker.nextHopChanged}, until {@link #untrack}.
     *
     * @return the IGP cost, 0 for a connected address, or {@link BgpSpeaker#UNREACHABLE}
     */
    long track(IpAddress nextHop);

    /** The next hop is not in use any more. */
    void untrack(IpAddress nextHop);
}

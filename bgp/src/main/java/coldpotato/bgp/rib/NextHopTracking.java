package coldpotato.bgp.rib;

import coldpotato.core.net.IpAddress;

/** Who knows how next hops are reached; changes come back by {@link Rib#nextHopChanged}. */
public interface NextHopTracking {
    /** A next hop comes into use: its cost now, or {@link NextHopCosts#UNREACHABLE}. */
    long track(IpAddress nextHop);

    /** A next hop is not in use any more. */
    void untrack(IpAddress nextHop);
}

package coldpotato.bgp.netty;

import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.speaker.Forwarding;
import coldpotato.core.net.IpAddress;

/** Stands below a speaker that has no router: every next hop is reachable at no cost, and nobody forwards by its tables. */
public final class EverythingReachable implements Forwarding {
    @Override
    public void bestPathChanged(long nowNanos, RibChange change) {}

    @Override
    public long track(IpAddress nextHop) {
        return 0;
    }

    @Override
    public void untrack(IpAddress nextHop) {}
}

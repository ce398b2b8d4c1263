package coldpotato.bgp.rib;

import coldpotato.core.net.IpAddress;

/** How far away next hops are. */
@FunctionalInterface
public interface NextHopCosts {
    /** The cost of a next hop that cannot be reached. */
    long UNREACHABLE = Long.MAX_VALUE;

    /** The IGP cost of the way to a next hop, 0 if connected, or {@link #UNREACHABLE}. */
    long cost(IpAddress nextHop);

    /** Cost of the way to a path's next hop; 0 for our own routes. */
    default long cost(Path path) {
        return path.source().isLocal() ? 0 : cost(path.attributes().nextHop());
    }
}

package coldpotato.sim.net;

import coldpotato.core.net.IpAddress;
import java.util.Optional;

/** Finds packets their way through the routers; implemented by those who know the forwarding tables. */
public interface Underlay {
    /** As many hops as a packet can make. */
    int HOPS_MAX = 255;

    /**
     * The way of a packet sent now. What the links on it do to the packet is not asked here.
     *
     * @param node where it is sent
     * @param source an address of that node
     * @param destination where to
     * @param linksMax how many links it may cross before its TTL runs out: 1 for single-hop eBGP and BFD
     * @return the way, or empty if there is none: no route, a dead interface, too far, or nobody has the address
     */
    Optional<Route> route(String node, IpAddress source, IpAddress destination, int linksMax);
}

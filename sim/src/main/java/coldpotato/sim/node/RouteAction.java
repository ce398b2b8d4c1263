package coldpotato.sim.node;

/** What a route does to a packet. */
public enum RouteAction {
    /** Sends it on to a next hop. */
    FORWARD,
    /** Drops it: a null route. */
    DISCARD,
    /** Hands it to a host, or to the router itself: the packet has arrived. */
    DELIVER
}

package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * Is told at once what happens to a router, with the trace's cause set to it. Must not change the router from inside;
 * what follows from it is scheduled as an event.
 */
public interface RouterListener {
    /** It came up: interfaces, local and static routes are there, nothing is learned yet. */
    default void started(long nowNanos, Router router) {}

    /** It went down, and with it all that it knew. */
    default void stopped(long nowNanos, Router router) {}

    /** It takes one of its interfaces to be up that was down, or down that was up, gave it other addresses, or has a new one. */
    default void interfaceChanged(long nowNanos, Router router, Interface changed) {}

    /** The cost to an address that {@link RouteTable#track} was asked for is another one. */
    default void nextHopChanged(long nowNanos, Router router, IpAddress nextHop, long cost) {}

    /** The addresses that live on it, or its firewalls, are others than before. */
    default void refitted(long nowNanos, Router router) {}

    /** Forwarding entries changed, came or went. */
    default void fibChanged(long nowNanos, Router router, ImmutableList<Prefix> prefixes) {}

    /** The forwarding table has caught up with the routing table for these prefixes, whether or not that changed an entry. */
    default void programmed(long nowNanos, Router router, ImmutableList<Prefix> prefixes) {}
}

package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What decides at a node, besides the node itself, where a packet goes on, but for the choice by hash.
 *
 * @param routed the destination by which it is routed
 * @param session the link by which a middlebox sends it back, whatever the tables say
 * @param crossed the firewalls of the node that it crossed, in order
 * @param onward its destination when it leaves
 */
record Turn(IpAddress routed, Optional<String> session, ImmutableList<String> crossed, IpAddress onward) {

    /** Of a packet that no middlebox of the node touches. */
    static Turn plain(IpAddress destination) {
        return new Turn(destination, Optional.empty(), ImmutableList.of(), destination);
    }

    /** The same after the middleboxes between in and out. */
    Turn crossing(ImmutableList<String> firewalls, FlowKey key) {
        return new Turn(routed, session, firewalls, key.destination());
    }
}

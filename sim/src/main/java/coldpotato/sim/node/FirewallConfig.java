package coldpotato.sim.node;

import com.google.common.collect.ImmutableSet;

/**
 * A stateful firewall on some links, or on all of a node. A packet that crosses between one of these links and anything else is
 * let through if it opens a flow, in which case state is kept, or belongs to a flow with state; otherwise it is dropped.
 *
 * @param name unique in the network
 * @param links names of the links on its outside; empty if there is no inside and everything that passes the node crosses it
 * @param stateGroup firewalls of the same group share their state
 * @param opensFromOutside true if flows may also be opened from the outside in
 */
public record FirewallConfig(String name, ImmutableSet<String> links, String stateGroup, boolean opensFromOutside) {

    /** A firewall that everything crosses that comes in by a link and leaves by one, and where flows open from anywhere. */
    public static FirewallConfig onEverything(String name, String stateGroup) {
        return new FirewallConfig(name, ImmutableSet.of(), stateGroup, true);
    }
}

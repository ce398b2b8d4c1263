package coldpotato.sim.node;

import com.google.common.collect.ImmutableSet;

/**
 * A stateful firewall on some links of a node. A packet that crosses between one of these links and anything else is
 * let through if it opens a flow, in which case state is kept, or belongs to a flow with state; otherwise it is dropped.
 *
 * @param name unique in the network
 * @param links names of the links on its outside
 * @param stateGroup firewalls of the same group share their state
 * @param opensFromOutside true if flows may also be opened from the outside in
 */
public record FirewallConfig(String name, ImmutableSet<String> links, String stateGroup, boolean opensFromOutside) {}

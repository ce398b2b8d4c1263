package coldpotato.sim.node;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/**
 * Source NAT on some links of a node: flows opened in one direction across them appear to come from an address of the pool.
 *
 * @param name unique in the network, firewalls included
 * @param links names of the links on its outside
 * @param pool whose addresses it gives; its node has them attached
 * @param inbound true if it translates flows opened from the outside in, false if those opened from the inside out
 * @param stateGroup NATs of the same group share their state
 */
public record SourceNatConfig(
        String name, ImmutableSet<String> links, Prefix pool, boolean inbound, String stateGroup) {}

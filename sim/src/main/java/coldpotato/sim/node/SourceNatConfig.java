package coldpotato.sim.node;

import coldpotato.core.net.Prefix;

/**
 * Source NAT on some links of a node: flows opened in one direction across them appear to come from an address of the pool.
 *
 * @param name unique in the network
 * @param boundary where it stands
 * @param pool whose addresses it gives; its node has them attached
 * @param inbound true if it translates flows opened from the outside in, false if those opened from the inside out
 * @param stateGroup NATs of the same group share their state
 */
public record SourceNatConfig(String name, Boundary boundary, Prefix pool, boolean inbound, String stateGroup)
        implements MiddleboxConfig {

    @Override
    public Kind kind() {
        return Kind.SOURCE_NAT;
    }

    @Override
    public Middlebox on(FlowStates states) {
        return new SourceNat(this, states);
    }
}

package coldpotato.sim.node;

/**
 * A stateful firewall on some links, or on all of a node. A packet that crosses between one of these links and anything else is
 * let through if it opens a flow, in which case state is kept, or belongs to a flow with state; otherwise it is dropped.
 *
 * @param name unique in the network
 * @param boundary where it stands; if everything crosses it, flows may be opened from anywhere
 * @param stateGroup firewalls of the same group share their state
 * @param opensFromOutside true if flows may also be opened from the outside in
 */
public record FirewallConfig(String name, Boundary boundary, String stateGroup, boolean opensFromOutside)
        implements MiddleboxConfig {

    @Override
    public Kind kind() {
        return Kind.FIREWALL;
    }

    @Override
    public Middlebox on(FlowStates states) {
        return new StatefulFirewall(this, states);
    }
}

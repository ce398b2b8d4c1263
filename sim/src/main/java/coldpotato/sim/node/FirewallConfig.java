package coldpotato.sim.node;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FirewallTerms;

/**
 * A stateful firewall on some links, or on all of a node. A packet that crosses between one of these links and anything else is
 * let through if it opens a flow, in which case state is kept, or belongs to a flow with state; otherwise it is dropped.
 *
 * @param name unique in the network
 * @param boundary where it stands; if everything crosses it, flows may be opened from anywhere
 * @param stateGroup firewalls of the same group share their state, and have the same cluster
 * @param terms what it lets pass, and how it keeps its state
 */
public record FirewallConfig(String name, Boundary boundary, String stateGroup, FirewallTerms terms)
        implements MiddleboxConfig {

    /** A firewall without rules. */
    public FirewallConfig(String name, Boundary boundary, String stateGroup, boolean opensFromOutside) {
        this(name, boundary, stateGroup, FirewallTerms.plain(opensFromOutside));
    }

    @Override
    public Kind kind() {
        return Kind.FIREWALL;
    }

    @Override
    public ClusterTerms clusterTerms() {
        return terms.cluster();
    }

    @Override
    public long idleTimeoutNanos() {
        return terms.idleTimeoutNanos();
    }

    @Override
    public Middlebox on(Cluster cluster) {
        return new StatefulFirewall(this, cluster);
    }
}

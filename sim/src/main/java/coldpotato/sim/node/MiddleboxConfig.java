package coldpotato.sim.node;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FirewallTerms;

/** What a middlebox of a node is to do. */
public sealed interface MiddleboxConfig permits FirewallConfig, SourceNatConfig, DestinationNatConfig {

    /** The kinds of middleboxes, each with state groups of its own. */
    enum Kind {
        FIREWALL,
        SOURCE_NAT,
        DESTINATION_NAT
    }

    Kind kind();

    /** Its name, unique in the network. */
    String name();

    Boundary boundary();

    /** Middleboxes of one kind and of the same group share their state. */
    String stateGroup();

    /** False if it has stopped, so that it keeps no state. */
    default boolean works() {
        return true;
    }

    /** The units that do its work. */
    default ClusterTerms clusterTerms() {
        return ClusterTerms.ALONE;
    }

    /** How long it remembers a flow of which no packet crosses, or {@link FirewallTerms#NEVER} for as long as it can. */
    default long idleTimeoutNanos() {
        return FirewallTerms.NEVER;
    }

    /** The middlebox that does it, by the units of its group. */
    Middlebox on(Cluster cluster);
}

package coldpotato.sim.node;

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

    /** The middlebox that does it, over the states of its group. */
    Middlebox on(FlowStates states);
}

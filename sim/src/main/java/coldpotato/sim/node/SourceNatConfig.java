package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/**
 * Source NAT on some links of a node: flows opened in one direction across them appear to come from an address of the pool.
 *
 * @param name unique in the network
 * @param boundary where it stands
 * @param pool whose addresses it gives; its node has them attached
 * @param reserved addresses of the pool that it does not give
 * @param portsPerAddress how many of each address, from {@link #PORT_FIRST} on
 * @param works false if it has stopped: it knows of no flow, and drops what it would translate
 * @param inbound true if it translates flows opened from the outside in, false if those opened from the inside out
 * @param stateGroup NATs of the same group share their state
 */
public record SourceNatConfig(
        String name,
        Boundary boundary,
        Prefix pool,
        ImmutableSet<IpAddress> reserved,
        int portsPerAddress,
        boolean works,
        boolean inbound,
        String stateGroup)
        implements MiddleboxConfig {
    /** The ports below are for services. */
    public static final int PORT_FIRST = 1024;

    /** All that an address has. */
    public static final int PORTS_MAX = 65536 - PORT_FIRST;

    /** One that gives all of its pool. */
    public SourceNatConfig(String name, Boundary boundary, Prefix pool, boolean inbound, String stateGroup) {
        this(name, boundary, pool, ImmutableSet.of(), PORTS_MAX, true, inbound, stateGroup);
    }

    @Override
    public Kind kind() {
        return Kind.SOURCE_NAT;
    }

    @Override
    public Middlebox on(Cluster cluster) {
        return new SourceNat(this, cluster);
    }
}

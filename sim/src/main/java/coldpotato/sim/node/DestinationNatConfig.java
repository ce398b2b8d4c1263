package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;

/**
 * Destination NAT on some links of a node: servers inside that appear under other addresses outside.
 *
 * @param name unique in the network
 * @param boundary where it stands
 * @param rules which address stands for which server; its node has the addresses attached
 * @param works false if it has stopped, and drops what it would translate
 */
public record DestinationNatConfig(String name, Boundary boundary, ImmutableList<Rule> rules, boolean works)
        implements MiddleboxConfig {

    /** Stands for every port. */
    public static final int ANY_PORT = 0;

    /**
     * A server and the address that it is known by.
     *
     * @param published address outside
     * @param publishedPort {@link #ANY_PORT} or the only port that is published
     * @param server address inside
     * @param serverPort where the server listens; {@link #ANY_PORT} if ports stay what they are
     */
    public record Rule(IpAddress published, int publishedPort, IpAddress server, int serverPort) {}

    @Override
    public Kind kind() {
        return Kind.DESTINATION_NAT;
    }

    /** It keeps no state, so it has nobody to share it with. */
    @Override
    public String stateGroup() {
        return name;
    }

    @Override
    public Middlebox on(Cluster cluster) {
        return new DestinationNat(this, cluster);
    }
}

package coldpotato.sim.graph;

import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;

/**
 * A router of a graph.
 *
 * @param name unique in the graph
 * @param asn its AS
 * @param id its BGP identifier, which is also its loopback
 * @param cluster its cluster if it reflects routes
 * @param originations what it announces and holds
 */
public record GraphRouter(
        String name, Asn asn, IpAddress id, IpAddress cluster, ImmutableList<Origination> originations) {

    /** A router that is a cluster of its own. */
    public GraphRouter(String name, Asn asn, IpAddress id, Origination... originations) {
        this(name, asn, id, id, ImmutableList.copyOf(originations));
    }
}

package coldpotato.scenarios.reason;

import coldpotato.bgp.rib.Path;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Who stands behind the next hops and sessions of one router. */
record Neighbours(SimulatedNetwork network, String node) {

    /** The node to which a next hop leads. */
    Optional<String> of(NextHop nextHop) {
        return nextHop.link()
                .map(link -> network.network().links().link(link).otherEnd(node))
                .or(() -> nextHop.address().flatMap(this::owner));
    }

    /** The nodes to which a path leads: who told it, and who has its next hop. */
    ImmutableSet<String> of(Path path) {
        if (path.source().isLocal()) {
            return ImmutableSet.of();
        }
        return Stream.concat(
                        of(path.source().session()).stream(),
                        owner(path.attributes().nextHop()).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The other end of a session. */
    Optional<String> of(String session) {
        return Optional.ofNullable(network.plan().sessions().get(session)).map(this::otherEnd);
    }

    /** The sessions with a neighbour. */
    Stream<String> sessionsWith(String neighbour) {
        return network.plan().sessions().values().stream()
                .filter(session -> joins(session, neighbour))
                .map(SessionPlan::name);
    }

    private boolean joins(SessionPlan session, String neighbour) {
        return session.nodeA().equals(node) && session.nodeB().equals(neighbour)
                || session.nodeB().equals(node) && session.nodeA().equals(neighbour);
    }

    private String otherEnd(SessionPlan session) {
        return session.nodeA().equals(node) ? session.nodeB() : session.nodeA();
    }

    private Optional<String> owner(IpAddress address) {
        return network.plan().nodes().keySet().stream()
                .filter(name -> network.router(name).has(address))
                .findFirst();
    }
}

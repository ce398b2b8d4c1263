package coldpotato.sim.plan;

import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/** At which ends of which sessions nodes tell too much. */
final class Leakage {
    private final PlanNames names;
    private final ImmutableSet<String> by;
    private final ImmutableSet<String> to;
    private final boolean toAll;

    Leakage(NetworkPlan plan, String by, ImmutableSet<String> to) {
        this.names = new PlanNames(plan);
        this.by = names.nodes(by);
        this.to = to.stream().flatMap(this::told).collect(ImmutableSet.toImmutableSet());
        this.toAll = to.isEmpty();
    }

    /** What a name stands for that a session may be told by: the session, a neighbour, the link that it runs over. */
    private Stream<String> told(String name) {
        return Stream.of(names.sessions(name), names.nodes(name), names.links(name))
                .flatMap(ImmutableSet::stream);
    }

    /** The nodes that tell too much on a session. */
    ImmutableSet<String> ends(SessionPlan session) {
        return Stream.of(session.nodeA(), session.nodeB())
                .filter(by::contains)
                .filter(node -> toAll ? !session.a().isIbgp() : isTold(session, node))
                .collect(ImmutableSet.toImmutableSet());
    }

    private boolean isTold(SessionPlan session, String by) {
        String neighbour = by.equals(session.nodeA()) ? session.nodeB() : session.nodeA();
        return to.contains(session.name())
                || to.contains(neighbour)
                || session.a().interfaceName().filter(to::contains).isPresent();
    }
}
